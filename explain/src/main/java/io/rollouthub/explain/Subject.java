package io.rollouthub.explain;

import io.rollouthub.domain.alert.Alerts;
import io.rollouthub.output.AlertKind;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a story is about: an alert, or a milestone with all its alerts.
 *
 * @param kind of the alert; null: the subject is a milestone
 * @param name the milestone's id, or the supplier of SUPPLIER_SILENT
 */
public record Subject(String cluster, @Nullable AlertKind kind, String name) {
    /** The kinds of alert there are. */
    static final Set<AlertKind> KINDS = EnumSet.complementOf(EnumSet.of(AlertKind.UNKNOWN));

    /** Those on milestones. */
    static final Set<AlertKind> KINDS_ON_MILESTONES =
            EnumSet.complementOf(EnumSet.of(AlertKind.SUPPLIER_SILENT, AlertKind.UNKNOWN));

    /** Reads an alertId or {@code <cluster>/<milestone>}. No identifier has an underscore, so kinds stand out. */
    public static Subject of(String id) {
        String[] parts = id.split("/", 2);
        String rest = parts.length == 1 ? "" : parts[1];
        for (AlertKind kind : KINDS) {
            if (rest.startsWith(kind + "/")) {
                return new Subject(parts[0], kind, rest.substring(kind.name().length() + 1));
            }
        }
        return new Subject(parts[0], null, rest);
    }

    boolean isSupplier() {
        return kind == AlertKind.SUPPLIER_SILENT;
    }

    /** The id it was read from. */
    String id() {
        return kind != null ? Alerts.id(cluster, kind, name) : name.isEmpty() ? cluster : cluster + "/" + name;
    }
}

package io.rollouthub.explain;

import io.rollouthub.output.AlertKind;
import io.rollouthub.report.AlertId;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.MilestoneKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** What a story is about: an alert on a milestone or a supplier or, without a kind, a milestone with all its alerts. */
public record Subject(String cluster, @Nullable AlertKind kind, String name) {
    /** The kinds of alert there are. */
    static final Set<AlertKind> KINDS = EnumSet.complementOf(EnumSet.of(AlertKind.UNKNOWN));

    /** Those on milestones. */
    public static final Set<AlertKind> KINDS_ON_MILESTONES =
            EnumSet.complementOf(EnumSet.of(AlertKind.SUPPLIER_SILENT, AlertKind.UNKNOWN));

    private static final int MOST_NEAR = 3;
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

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

    public boolean isSupplier() {
        return kind == AlertKind.SUPPLIER_SILENT;
    }

    /** The milestone as a thing that is reported on. */
    FactKey key() {
        return FactKey.ofMilestone(cluster, name);
    }

    /** The id it was read from. */
    String id() {
        return kind != null
                ? new AlertId(cluster, kind, name).toString()
                : name.isEmpty() ? cluster : new MilestoneKey(cluster, name).toString();
    }

    /** The nearest ids, which may have been meant, of names as {@code <cluster>/<milestone or supplier>}. */
    List<String> near(Collection<String> known) {
        String typed = id().toLowerCase(Locale.ROOT);
        List<String> ids = known.stream().flatMap(this::ids).sorted().toList();
        List<String> containing = ids.stream().filter(id -> contains(id, typed)).toList();
        if (!containing.isEmpty() && containing.size() <= MOST_NEAR) {
            return containing;
        }
        ToIntFunction<String> distance = id -> DISTANCE.apply(typed, id.toLowerCase(Locale.ROOT));
        return ids.stream()
                .filter(id -> distance.applyAsInt(id) <= Math.max(2, typed.length() / 4))
                .sorted(Comparator.comparingInt(distance))
                .limit(MOST_NEAR)
                .toList();
    }

    /** Whether every part of what was typed is a part of the id. */
    private static boolean contains(String id, String typed) {
        return Stream.of(typed.split("/")).allMatch(id.toLowerCase(Locale.ROOT)::contains);
    }

    /** The ids that a name may have been meant in: of an alert if one was typed, however badly. */
    private Stream<String> ids(String known) {
        String[] parts = known.split("/", 2);
        if (kind != null) {
            return Stream.of(new AlertId(parts[0], kind, parts[1]).toString());
        }
        return name.contains("_")
                ? KINDS_ON_MILESTONES.stream().map(any -> new AlertId(parts[0], any, parts[1]).toString())
                : Stream.of(known);
    }
}

package io.rollouthub.hub.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A change in words: the fields that differ, with what they were and are. */
public final class ChangeText {
    /** What goes on by itself, or stands in the key. */
    private static final Set<String> NO_NEWS = Set.of("clock", "today", "cluster", "milestone", "month", "zone");

    private ChangeText() {}

    /**
     * Such as {@code status PENDING → MISSED, progress 2 → 3}; empty if nothing of interest differs.
     *
     * @param before null if there was nothing
     * @param now null if there is nothing any more
     */
    public static String of(@Nullable SpecificRecord before, @Nullable SpecificRecord now) {
        if (now == null) {
            return "ceased to exist";
        }
        List<String> differences = new ArrayList<>();
        for (Schema.Field field : now.getSchema().getFields()) {
            Object was = before == null ? null : before.get(field.pos());
            Object is = now.get(field.pos());
            if (!NO_NEWS.contains(field.name()) && !Objects.equals(was, is)) {
                differences.add(field.name() + " " + (before == null ? "" : text(was) + " → ") + text(is));
            }
        }
        return (before == null ? "new: " : "") + String.join(", ", differences);
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "none";
        }
        return value instanceof Double number ? String.format(Locale.ROOT, "%.2f", number) : value.toString();
    }
}

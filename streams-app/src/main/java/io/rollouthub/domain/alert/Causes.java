package io.rollouthub.domain.alert;

import io.rollouthub.output.Alert;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The events behind an alert, as {@code supplier/eventId}: the last of them, and how many there are (semantics 7). However
 * many reports a supplier makes on one thing, an alert on it stays small.
 *
 * @param last the last {@value #MOST}
 * @param count of all
 */
record Causes(List<String> last, int count) {
    static final int MOST = 20;

    /** @param all in report order */
    static Causes of(List<String> all) {
        return new Causes(lastOf(all), all.size());
    }

    /** Those of an alert and the event that ended it, if one did. */
    static Causes of(Alert alert, @Nullable String end) {
        List<String> known = alert.getCauses();
        int count = Math.max(alert.getCauseCount(), known.size()); // before there was a count all were named
        return end == null || known.contains(end)
                ? new Causes(known, count)
                : new Causes(
                        lastOf(Stream.concat(known.stream(), Stream.of(end)).toList()), count + 1);
    }

    private static List<String> lastOf(List<String> all) {
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    Alert.Builder into(Alert.Builder draft) {
        return draft.setCauses(last).setCauseCount(count);
    }
}

package io.rollouthub.hub.health;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For how long what has something to do has not moved on, as far as one sees who looks again and again. For one thread. */
final class Standstill {
    /** Nothing stands. */
    static final Standing NONE = new Standing(null, Duration.ZERO);

    private Map<String, Place> places = Map.of();

    private record Place(long position, long since) {}

    /** What stands longest, and for how long. */
    record Standing(@Nullable String what, Duration length) {}

    /**
     * Looks.
     *
     * @param positions of all that has something to do, by name
     * @param now by {@link System#nanoTime()}
     */
    Standing look(Map<String, Long> positions, long now) {
        Map<String, Place> seen = new HashMap<>();
        Standing longest = NONE;
        for (Map.Entry<String, Long> one : positions.entrySet()) {
            Place before = places.get(one.getKey());
            Place place =
                    before != null && before.position() == one.getValue() ? before : new Place(one.getValue(), now);
            seen.put(one.getKey(), place);
            Duration length = Duration.ofNanos(now - place.since());
            if (longest.what() == null || length.compareTo(longest.length()) > 0) {
                longest = new Standing(one.getKey(), length);
            }
        }
        places = seen;
        return longest;
    }
}

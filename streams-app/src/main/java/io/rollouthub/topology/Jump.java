package io.rollouthub.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a jump of the clock is told: in ticks a day apart, so that the ledger has no more than a day to catch up with at once. */
public final class Jump {
    private static final Duration DAY = Duration.ofDays(1);

    /** As many days as the dates of reports lie apart at most. A longer jump, which only a file can ask for, has longer steps. */
    private static final long MOST = 40_200;

    private Jump() {}

    /**
     * The instants of the ticks, the last of them the end.
     *
     * @param from the last tick before; null: there is none, and no jump
     */
    public static List<Instant> ticks(@Nullable Instant from, Instant to) {
        List<Instant> ticks = new ArrayList<>();
        if (from != null && from.isBefore(to)) {
            Duration step = DAY.multipliedBy(1 + Duration.between(from, to).toDays() / MOST);
            for (Instant next = from.plus(step); next.isBefore(to); next = next.plus(step)) {
                ticks.add(next);
            }
        }
        ticks.add(to);
        return ticks;
    }
}

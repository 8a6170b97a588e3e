package io.rollouthub.model;

import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.ReleaseDelivered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes what the commitments of a random programme promise. */
record Targets(Mood mood, Names names, Dates dates, Memory memory, Chance chance) {

    @Nullable
    Object target(String cluster, Instant now) {
        return switch (chance.weighted(mood == Mood.GO_LIVES ? 300 : 60, 18, 12, 10)) {
            case 0 -> goLiveCount(cluster, now);
            case 1 -> new ReleaseDelivered(chance.pick(names.products()), chance.pick(names.releases()));
            case 2 -> new ContractSigned(chance.pick(names.contracts()));
            default -> null;
        };
    }

    /** Mostly a few more than are live, so that it is neither reached at once nor out of reach. */
    private GoLiveCount goLiveCount(String cluster, Instant now) {
        int live = memory.goLives(cluster);
        return new GoLiveCount(
                chance.between(chance.percent(30) ? 1 : Math.max(1, live - 2), live + 8),
                chance.percent(35) ? dates.happened(now) : null,
                chance.percent(40) ? chance.pick(names.products()) : null,
                chance.percent(30) ? chance.pick(names.releases()) : null);
    }
}

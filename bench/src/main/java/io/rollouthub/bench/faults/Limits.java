package io.rollouthub.bench.faults;

import java.time.Duration;
import java.util.Random;

/**
 * How long things go wrong at most.
 *
 * @param held a process that is kept from running, or a connection that says nothing
 * @param away a broker, all of them, or the registry
 * @param patience until records must move again afterwards
 */
public record Limits(Duration held, Duration away, Duration patience) {
    Duration aHold(Random random) {
        return upTo(held, random);
    }

    Duration anAbsence(Random random) {
        return upTo(away, random);
    }

    private static Duration upTo(Duration most, Random random) {
        return Duration.ofMillis(1 + random.nextLong(most.toMillis()));
    }
}

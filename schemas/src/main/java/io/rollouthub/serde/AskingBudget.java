package io.rollouthub.serde;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often the registry may be asked in vain because of what one topic brings: {@value #BURST} times at once, and twice a second
 * after that. Whoever sends one bad id after the other does not have all others wait for the registry with each record; ids that are
 * good cost nothing, however many there are.
 */
final class AskingBudget {
    static final int BURST = 20;
    private static final long REFILL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final LongSupplier nanos;
    private final Map<String, Purse> purses = new HashMap<>();

    /** @param nanos a clock as {@link System#nanoTime} */
    AskingBudget(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private static final class Purse {
        private int left = BURST;
        private long filledAt;
    }

    /** Whether one more question is allowed. */
    boolean allows(String topic) {
        return filled(topic).left > 0;
    }

    /** Whether more than half of what it may ask at once is left. */
    boolean isPlenty(String topic) {
        return filled(topic).left > BURST / 2;
    }

    /** A question was in vain. */
    void spend(String topic) {
        filled(topic).left--;
    }

    private Purse filled(String topic) {
        long now = nanos.getAsLong();
        Purse purse = purses.computeIfAbsent(topic, any -> {
            Purse full = new Purse();
            full.filledAt = now;
            return full;
        });
        long earned = (now - purse.filledAt) / REFILL_NANOS;
        if (earned > 0) {
            purse.left = (int) Math.min(BURST, purse.left + earned);
            purse.filledAt += earned * REFILL_NANOS;
        }
        return purse;
    }
}

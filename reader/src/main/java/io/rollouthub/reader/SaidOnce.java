package io.rollouthub.reader;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Remembers a trouble while it lasts, so that it is said once, or once in a while, however often it is met. */
public final class SaidOnce {
    private static final Duration UNTIL_IT_ENDS = Duration.ofDays(36_500);

    private final Duration lasts;
    private final Duration again;
    private final LongSupplier nanos;
    private volatile @Nullable Said last;

    /** When it was met last, and when it was said. */
    private record Said(String what, long metAt, long saidAt) {}

    /** Of troubles that last until they end. */
    public SaidOnce() {
        this(UNTIL_IT_ENDS);
    }

    /** Of troubles that are over when they have not been met for so long. */
    public SaidOnce(Duration lasts) {
        this(lasts, UNTIL_IT_ENDS);
    }

    /** Of such that are news again when they have lasted for so long since they were said. */
    public SaidOnce(Duration lasts, Duration again) {
        this(lasts, again, System::nanoTime);
    }

    /** @param nanos a clock as {@link System#nanoTime} */
    SaidOnce(Duration lasts, Duration again, LongSupplier nanos) {
        this.lasts = lasts;
        this.again = again;
        this.nanos = nanos;
    }

    /** Of troubles that last until they end, and are news again once a minute. */
    public static SaidOnce aMinute() {
        return new SaidOnce(UNTIL_IT_ENDS, Duration.ofMinutes(1));
    }

    /** Takes note of a trouble that is met; whether it is to be said: another one than before, or one that lasts. */
    public boolean isNews(String what) {
        long now = nanos.getAsLong();
        Said before = last;
        if (before == null || !what.equals(said()) || now - before.saidAt() >= again.toNanos()) {
            last = new Said(what, now, now);
            return true;
        }
        last = new Said(what, now, before.saidAt());
        return false;
    }

    /** The trouble, while it lasts; else null. */
    public @Nullable String said() {
        Said said = last;
        return said != null && nanos.getAsLong() - said.metAt() < lasts.toNanos() ? said.what() : null;
    }

    /** All is well; whether there was a trouble until now. */
    public boolean ends() {
        boolean ends = said() != null;
        last = null;
        return ends;
    }
}

package io.rollouthub.reader;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Remembers a trouble while it lasts, so that it is said once, however often it is met. */
public final class SaidOnce {
    private static final Duration UNTIL_IT_ENDS = Duration.ofDays(36_500);

    private final Duration lasts;
    private volatile @Nullable Said last;

    /** When it was met last, by this machine's nanosecond timer. */
    private record Said(String what, long at) {}

    /** Of troubles that last until they end. */
    public SaidOnce() {
        this(UNTIL_IT_ENDS);
    }

    /** Of troubles that are over when they have not been met for so long. */
    public SaidOnce(Duration lasts) {
        this.lasts = lasts;
    }

    /** Takes note of a trouble that is met; whether it is another one than before. */
    public boolean isNews(String what) {
        boolean news = !what.equals(said());
        last = new Said(what, System.nanoTime());
        return news;
    }

    /** The trouble, while it lasts; else null. */
    public @Nullable String said() {
        Said said = last;
        return said != null && System.nanoTime() - said.at() < lasts.toNanos() ? said.what() : null;
    }

    /** All is well; whether there was a trouble until now. */
    public boolean ends() {
        boolean ends = said() != null;
        last = null;
        return ends;
    }
}

package io.rollouthub.serde;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the registry under which subjects a schema stands. One that has no such question is asked again after a minute: until then
 * nothing is wanted of subjects, as nobody could tell.
 */
final class SubjectsTold {
    private static final long AGAIN_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final IntFunction<@Nullable Set<String>> registry;
    private final Runnable untold;
    private final LongSupplier nanos;
    private @Nullable Long untoldAt;

    /**
     * @param registry tells the subjects of an id, null if it has no such question
     * @param untold runs each time that it was asked in vain
     * @param nanos a clock as {@link System#nanoTime}
     */
    SubjectsTold(IntFunction<@Nullable Set<String>> registry, Runnable untold, LongSupplier nanos) {
        this.registry = registry;
        this.untold = untold;
        this.nanos = nanos;
    }

    /** The subjects of this schema; none if the registry does not tell. */
    Set<String> of(int id) {
        Set<String> subjects = registry.apply(id);
        if (subjects != null) {
            untoldAt = null;
            return subjects;
        }
        untoldAt = nanos.getAsLong();
        untold.run();
        return Set.of();
    }

    /** Whether the registry did not tell, a minute ago at most. */
    boolean areUntold() {
        return untoldAt != null && nanos.getAsLong() - untoldAt < AGAIN_NANOS;
    }
}

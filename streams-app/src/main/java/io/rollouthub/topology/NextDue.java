package io.rollouthub.topology;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of when the ledger has to look at something next.
 *
 * @param isKnown whether all partitions of it have told, and nothing has come to the journal since
 * @param first the earliest of their timers; null: none is set, or it is not known
 */
public record NextDue(boolean isKnown, @Nullable Instant first) {
    public static final NextDue UNKNOWN = new NextDue(false, null);

    /** The earliest of what each partition has told; null of one in which no timer is set. */
    public static NextDue of(Stream<@Nullable Instant> told) {
        return new NextDue(
                true,
                told.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null));
    }

    /** Whether something may be due by an instant. */
    boolean mayBeBy(Instant at) {
        return !isKnown || first != null && !first.isAfter(at);
    }
}

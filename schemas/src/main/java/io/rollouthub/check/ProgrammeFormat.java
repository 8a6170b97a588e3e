package io.rollouthub.check;

import io.rollouthub.programme.Programme;
import org.jspecify.annotations.Nullable;

/**
 * What a programme's entry allows a journal to be judged by. A journal that began before a rule was there keeps what it was,
 * up to the first entry that says that the rule holds from there on.
 */
public final class ProgrammeFormat {
    /** Of release 0.1.0, and of entries that name none. */
    public static final int FIRST = 1;

    /** What this hub writes: {@link Reason#NOT_OWNER} and {@link Reason#TOO_MANY_FACTS} are rules. */
    public static final int CURRENT = 2;

    private ProgrammeFormat() {}

    /** Whether an entry of the journal counts behind the programme in force, if any; one that does not is passed over whole. */
    public static boolean counts(@Nullable Programme before, Programme next) {
        return ThresholdRanges.isValid(next)
                && (before == null || before.getZone().equals(next.getZone()));
    }

    /** The programme in force behind an entry that counts: rules that hold in a journal hold in it for good. */
    public static Programme behind(@Nullable Programme before, Programme next) {
        return before == null || before.getFormat() <= next.getFormat()
                ? next
                : Programme.newBuilder(next).setFormat(before.getFormat()).build();
    }

    /** Whether commitments have owners, and suppliers a limit of what they may open. */
    public static boolean hasOwners(Programme programme) {
        return programme.getFormat() >= CURRENT;
    }
}

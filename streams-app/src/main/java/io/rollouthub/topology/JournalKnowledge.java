package io.rollouthub.topology;

import io.rollouthub.entry.PassedOverEntries;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the ledger must know beyond the journal's entries.
 *
 * @param leftOut reads which entries operators have decided to leave out; asked by each task before its first entry
 * @param hasBegun whether the ledger has read anything of a partition, so that it must have state; likewise
 * @param topics whether a topic of rejected records takes some, as far as is known without waiting long
 * @param attempts says what is written of a report that is left as it does not
 */
public record JournalKnowledge(
        Supplier<PassedOverEntries> leftOut, IntPredicate hasBegun, Predicate<String> topics, FailedAttempts attempts) {
    /** Of a journal that nobody has read yet, in a hub that has all its topics. */
    public static final JournalKnowledge NOTHING = of(() -> PassedOverEntries.NONE, partition -> false);

    /** In a hub that has all its topics. */
    public static JournalKnowledge of(Supplier<PassedOverEntries> leftOut, IntPredicate hasBegun) {
        return new JournalKnowledge(leftOut, hasBegun, topic -> true, FailedAttempts.NONE);
    }
}

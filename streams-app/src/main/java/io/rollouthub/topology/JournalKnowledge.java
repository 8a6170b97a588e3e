package io.rollouthub.topology;

import io.rollouthub.entry.PassedOverEntries;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the ledger must know beyond the journal's entries.
 *
 * @param leftOut reads which entries operators have decided to leave out; asked by each task before its first entry
 * @param hasBegun whether the ledger has read anything of a partition, so that it must have state; likewise
 * @param suppliers what it must know to tell them what became of their reports
 */
public record JournalKnowledge(Supplier<PassedOverEntries> leftOut, IntPredicate hasBegun, Suppliers suppliers) {
    /** Of a journal that nobody has read yet, in a hub that has all its topics. */
    public static final JournalKnowledge NOTHING = of(() -> PassedOverEntries.NONE, partition -> false);

    /**
     * What the ledger must know to tell suppliers what became of their reports.
     *
     * @param told the offset of a partition behind the last entry whose verdict was told; -1: not known; asked by each task
     *     before its first entry
     * @param topics whether a supplier's topic takes records, as far as is known without waiting long
     * @param attempts says what is written of a rejected report that is left as its topic does not
     */
    public record Suppliers(IntToLongFunction told, Predicate<String> topics, FailedAttempts attempts) {
        /** Nobody has been told anything yet, and all topics are there. */
        public static final Suppliers ALL = new Suppliers(partition -> -1, topic -> true, FailedAttempts.NONE);
    }

    /** In a hub that has all its topics and has told nothing yet. */
    public static JournalKnowledge of(Supplier<PassedOverEntries> leftOut, IntPredicate hasBegun) {
        return new JournalKnowledge(leftOut, hasBegun, Suppliers.ALL);
    }
}

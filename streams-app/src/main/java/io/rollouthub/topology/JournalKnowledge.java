package io.rollouthub.topology;

import io.rollouthub.entry.PassedOverEntries;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the ledger must know of the world beyond the journal's entries; asked by each task before its first entry.
 *
 * @param leftOut reads which entries operators have decided to leave out
 * @param hasBegun whether the ledger has read anything of a partition, so that it must have state
 * @param told the offset of a partition behind the last entry whose verdict was told; -1: not known
 * @param topics whether a topic is there, as far as is known without waiting long; asked before each record to a supplier
 */
public record JournalKnowledge(
        Supplier<PassedOverEntries> leftOut,
        IntPredicate hasBegun,
        IntToLongFunction told,
        Predicate<String> topics) {
    /** Of a journal that nobody has read yet, with all topics there. */
    public static final JournalKnowledge NOTHING =
            new JournalKnowledge(() -> PassedOverEntries.NONE, partition -> false, partition -> -1, topic -> true);
}

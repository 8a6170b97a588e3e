package io.rollouthub.topology;

import io.rollouthub.entry.PassedOverEntries;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * What the ledger must know of the journal beyond its entries; asked by each task before its first entry.
 *
 * @param leftOut reads which entries operators have decided to leave out
 * @param hasBegun whether the ledger has read anything of a partition, so that it must have state
 */
public record JournalKnowledge(Supplier<PassedOverEntries> leftOut, IntPredicate hasBegun) {
    /** Of a journal that nobody has read yet. */
    public static final JournalKnowledge NOTHING =
            new JournalKnowledge(() -> PassedOverEntries.NONE, partition -> false);
}

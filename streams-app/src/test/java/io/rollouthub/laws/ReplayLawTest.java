package io.rollouthub.laws;

import io.rollouthub.domain.store.Tables;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.laws.Writing.Line;
import io.rollouthub.testkit.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is written is a function of the journal alone. */
@Execution(ExecutionMode.CONCURRENT)
class ReplayLawTest {

    @Test
    void aJournalReadAgainGivesTheSameByteForByte(@Seed long seed) {
        Laws.holdOnSmall(seed, journal -> {
            List<JournalEntry> again = journal.stream().map(Bytes::readBack).toList();
            return Writing.difference(written(journal), written(again));
        });
    }

    @Test
    void aLedgerContinuedOnTablesThatWereKeptGivesWhatOneRunThroughGives(@Seed long seed) {
        Laws.holdOnSmall(seed, journal -> {
            Tables tables = Tables.inMemory();
            Writing writing = new Writing(tables);
            int legs = 4;
            for (int i = 0; i < journal.size(); i++) {
                if (i % (journal.size() / legs + 1) == journal.size() / legs) {
                    tables = TableCopies.of(tables);
                    writing.continueOn(tables);
                }
                writing.apply(journal.get(i));
            }
            return Writing.difference(written(journal), writing.lines);
        });
    }

    private static List<Line> written(List<JournalEntry> journal) {
        Writing writing = new Writing();
        journal.forEach(writing::apply);
        return writing.lines;
    }
}

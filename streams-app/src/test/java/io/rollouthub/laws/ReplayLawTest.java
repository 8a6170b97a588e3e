package io.rollouthub.laws;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.laws.Writing.Line;
import io.rollouthub.testkit.Seed;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
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
    void roundsOfAnySizeAndRestartsBetweenThemChangeNothing(@Seed long seed) {
        Laws.holdOnSmall(seed, journal -> {
            Random random = new Random(seed + journal.size());
            Recording often = new Recording();
            Recording seldom = new Recording();
            for (JournalEntry entry : journal) {
                often.apply(entry);
                seldom.applyWithoutRound(entry);
                if (random.nextInt(40) == 0) {
                    seldom.round();
                    if (random.nextInt(3) == 0) {
                        seldom.restart();
                    }
                }
                if (random.nextInt(40) == 0) {
                    seldom.gather();
                }
            }
            return EndState.firstDifference(afresh(journal, often), afresh(journal, seldom));
        });
    }

    /** Everything, with all figures worked out afresh at one instant. */
    private static SortedMap<String, String> afresh(List<JournalEntry> journal, Recording ledger) {
        JournalEntry end = EndState.lastTick(journal);
        ledger.apply(end);
        ledger.apply(end);
        ledger.gather();
        return EndState.history(ledger);
    }

    private static List<Line> written(List<JournalEntry> journal) {
        Writing writing = new Writing();
        journal.forEach(writing::apply);
        return writing.lines;
    }
}

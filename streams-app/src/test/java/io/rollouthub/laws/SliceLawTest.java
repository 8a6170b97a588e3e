package io.rollouthub.laws;

import io.rollouthub.domain.ledger.Budget;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.testkit.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** However a long entry is cut in slices, and whoever goes on between two of them: it tells what it tells in one go. */
@Execution(ExecutionMode.CONCURRENT)
class SliceLawTest {
    private static final int ROWS = 3;

    @Test
    void anEntryInSlicesTellsWhatItTellsInOneGo(@Seed long seed) {
        Laws.holdOnSmall(seed, journal -> difference(journal, new Random(seed + journal.size()), 0));
    }

    @Test
    void soItDoesWhereAnotherLedgerGoesOnBetweenSlices(@Seed long seed) {
        Laws.holdOnSmall(seed, journal -> difference(journal, new Random(seed + journal.size()), 5));
    }

    /** @param restarts one in so many commits ends the ledger behind it; 0: none */
    private static @Nullable String difference(List<JournalEntry> journal, Random random, int restarts) {
        Recording whole = new Recording();
        Recording sliced = new Recording();
        for (JournalEntry entry : seldomTicking(journal)) {
            whole.apply(entry);
            sliced.applyInSlices(entry, () -> Budget.of(1 + random.nextInt(ROWS)), () -> {
                if (restarts > 0 && random.nextInt(restarts) == 0) {
                    sliced.restart();
                }
            });
        }
        JournalEntry end = EndState.lastTick(journal);
        return EndState.firstDifference(afresh(end, whole), afresh(end, sliced));
    }

    /** Of two ticks in three nothing is left, so that those that stay have more to do. */
    private static List<JournalEntry> seldomTicking(List<JournalEntry> journal) {
        List<JournalEntry> fewer = new ArrayList<>();
        int ticks = 0;
        for (JournalEntry entry : journal) {
            if (!(entry.getEntry() instanceof Tick) || ticks++ % 3 == 0) {
                fewer.add(entry);
            }
        }
        return fewer;
    }

    private static SortedMap<String, String> afresh(JournalEntry end, Recording ledger) {
        ledger.apply(end);
        ledger.apply(end);
        ledger.gather();
        return EndState.history(ledger);
    }
}

package io.rollouthub.laws;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.model.Model;
import io.rollouthub.programme.Programme;
import io.rollouthub.testkit.Seed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The order in which reports arrive does not matter to what they add up to (semantics 4, 10), the two first-come rules
 * apart: facts, statuses, rates, figures and open alerts are the same at the same clock.
 */
@Execution(ExecutionMode.CONCURRENT)
class ArrivalLawTest {

    @Test
    void anyOrderOfArrivalEndsInTheSameState(@Seed long seed) {
        Laws.holdOnSmall(seed, journal -> {
            List<JournalEntry> accepted = AcceptedReports.of(journal);
            List<JournalEntry> shuffled = new ArrayList<>(accepted);
            Collections.shuffle(shuffled, new Random(journal.size()));
            return EndState.firstDifference(
                    EndState.ofReports(ending(journal, accepted)), EndState.ofReports(ending(journal, shuffled)));
        });
    }

    @Test
    void ticksBetweenTheReportsDoNotMatterToTheStateInTheEnd(@Seed long seed) {
        Laws.holdOnSmall(seed, journal -> {
            List<JournalEntry> accepted = AcceptedReports.of(journal);
            List<JournalEntry> ticking = new ArrayList<>(accepted);
            journal.stream().filter(entry -> entry.getEntry() instanceof Tick).forEach(ticking::add);
            Collections.shuffle(ticking, new Random(journal.size()));
            return EndState.firstDifference(
                    EndState.ofReports(ending(journal, accepted)), EndState.ofReports(ending(journal, ticking)));
        });
    }

    @Test
    void itDoesNotMatterEitherWhenTheyArriveButToSilence(@Seed long seed) {
        Laws.holdOnSmall(seed, journal -> {
            List<JournalEntry> accepted = AcceptedReports.of(journal);
            List<JournalEntry> atOnce = new ArrayList<>();
            accepted.forEach(entry -> atOnce.add(0, new JournalEntry(last(journal), null, entry.getEntry())));
            return EndState.firstDifference(
                    EndState.whenever(ending(journal, accepted)), EndState.whenever(ending(journal, atOnce)));
        });
    }

    /** The reports under the last thresholds of the journal, until its last instant. */
    private static Recording ending(List<JournalEntry> journal, List<JournalEntry> entries) {
        Recording ledger = new Recording();
        ledger.apply(new JournalEntry(journal.get(0).getAcceptedAt(), null, lastProgramme(journal)));
        entries.forEach(ledger::apply);
        JournalEntry end = new JournalEntry(last(journal).plusSeconds(86_400), null, new Tick());
        ledger.apply(end);
        ledger.apply(end); // once more: all figures afresh
        return ledger;
    }

    private static Programme lastProgramme(List<JournalEntry> journal) {
        Programme inForce = (Programme) journal.get(0).getEntry();
        for (JournalEntry entry : journal) {
            if (entry.getEntry() instanceof Programme next && Model.counts(inForce, next)) {
                inForce = next;
            }
        }
        return inForce;
    }

    private static Instant last(List<JournalEntry> journal) {
        return journal.stream()
                .map(JournalEntry::getAcceptedAt)
                .max(Instant::compareTo)
                .orElseThrow();
    }
}

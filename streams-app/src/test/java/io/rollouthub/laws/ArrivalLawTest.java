package io.rollouthub.laws;

import io.rollouthub.check.ProgrammeFormat;
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
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The order in which reports arrive does not matter to what they add up to (semantics 4, 10), the two first-come rules
 * apart: facts, statuses, rates, figures and open alerts are the same at the same clock.
 */
@Execution(ExecutionMode.CONCURRENT)
class ArrivalLawTest {

    /** Shuffled, with ticks among them or without; nor does it matter when they arrive, but to silence. */
    @Test
    void neitherOrderNorTimeOfArrivalMattersToTheStateInTheEnd(@Seed long seed) {
        Laws.holdOnSmall(seed, journal -> {
            List<JournalEntry> accepted = AcceptedReports.of(journal);
            Recording asTheyCame = ending(journal, accepted);
            String difference =
                    difference(EndState::ofReports, asTheyCame, ending(journal, shuffled(accepted, journal.size())));
            if (difference == null) {
                difference = difference(EndState::ofReports, asTheyCame, ending(journal, ticking(journal, accepted)));
            }
            return difference == null
                    ? difference(EndState::whenever, asTheyCame, ending(journal, atOnce(journal, accepted)))
                    : difference;
        });
    }

    private static @Nullable String difference(
            Function<Recording, SortedMap<String, String>> state, Recording one, Recording other) {
        return EndState.firstDifference(state.apply(one), state.apply(other));
    }

    private static List<JournalEntry> shuffled(List<JournalEntry> entries, int seed) {
        List<JournalEntry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static List<JournalEntry> ticking(List<JournalEntry> journal, List<JournalEntry> accepted) {
        List<JournalEntry> ticking = new ArrayList<>(accepted);
        journal.stream().filter(entry -> entry.getEntry() instanceof Tick).forEach(ticking::add);
        return shuffled(ticking, journal.size());
    }

    private static List<JournalEntry> atOnce(List<JournalEntry> journal, List<JournalEntry> accepted) {
        List<JournalEntry> atOnce = new ArrayList<>();
        accepted.forEach(entry -> atOnce.add(0, new JournalEntry(last(journal), null, entry.getEntry())));
        return atOnce;
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

    /** Without the rules by which the first to come has more rights than others. */
    private static Programme lastProgramme(List<JournalEntry> journal) {
        Programme inForce = (Programme) journal.get(0).getEntry();
        for (JournalEntry entry : journal) {
            if (entry.getEntry() instanceof Programme next && Model.counts(inForce, next)) {
                inForce = next;
            }
        }
        return Programme.newBuilder(inForce).setFormat(ProgrammeFormat.FIRST).build();
    }

    private static Instant last(List<JournalEntry> journal) {
        return journal.stream()
                .map(JournalEntry::getAcceptedAt)
                .max(Instant::compareTo)
                .orElseThrow();
    }
}

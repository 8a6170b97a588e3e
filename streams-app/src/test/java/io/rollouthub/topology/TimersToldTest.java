package io.rollouthub.topology;

import static io.rollouthub.testkit.Npfit.PROGRAMME;
import static io.rollouthub.topology.Reports.GO_LIVE;
import static io.rollouthub.topology.Reports.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.ledger.Budget;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.model.Programmes;
import io.rollouthub.output.NextTimer;
import io.rollouthub.testkit.Seed;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** The gate hears with each commit what the ledger waits for, and up to which place of the journal that holds. */
class TimersToldTest extends TopologyFixture {
    private final LedgerDriver ledger = ledger().adopt(PROGRAMME, "2006-07-30T23:00:00Z");

    @Test
    void aLedgerThatWaitsForNothingSaysSo() {
        assertThat(told()).containsExactly(new NextTimer(0, 1L, null));
    }

    @Test
    void theEarliestTimerIsToldWithThePlaceUpToWhichItHolds() {
        told();
        ledger.report(line(with(GO_LIVE, "status", "\"PLANNED\""))); // accepted on 31 July, in summer time
        Instant midnight = Instant.parse("2006-07-31T23:00:00Z");

        assertThat(told()).containsExactly(new NextTimer(0, 2L, midnight));

        ledger.tick("2006-07-31T22:59:00Z");
        ledger.tick("2006-07-31T23:00:05Z");
        assertThat(told())
                .containsExactly(
                        new NextTimer(0, 3L, midnight), new NextTimer(0, 4L, midnight.plus(Duration.ofDays(1))));
    }

    @Test
    void itIsNotToldAgainWhileNothingComes() {
        told();
        ledger.report(line(GO_LIVE));
        assertThat(told()).hasSize(1);
        ledger.pass(Duration.ofSeconds(1)); // what costs much is worked out, and committed
        ledger.pass(Duration.ofSeconds(1));
        assertThat(told()).isEmpty();
    }

    @Test
    void whileEntriesWaitItIsToldThatSomethingIsDueAtOnce(@Seed long seed) {
        LedgerDriver whole = ledger();
        LedgerDriver sliced = ledger(FlowListener.NONE, () -> Budget.of(3));
        List<JournalEntry> journal = Programmes.small(seed).entries();
        for (JournalEntry entry : journal) {
            whole.append(JournalRoute.keyOf(entry), entry);
            sliced.append(JournalRoute.keyOf(entry), entry);
        }
        List<NextTimer> told = told(sliced);
        while (told.get(told.size() - 1).getPosition() < journal.size()) {
            sliced.pass(Duration.ofMillis(1));
            told.addAll(told(sliced));
        }
        assertThat(told).extracting(NextTimer::getDue).contains(TimersTold.AT_ONCE);
        told.removeIf(next -> TimersTold.AT_ONCE.equals(next.getDue()));
        assertThat(told(whole)).as("seed %d", seed).containsAll(told);
    }

    private static List<NextTimer> told(LedgerDriver of) {
        return new ArrayList<>(
                of.read(Topics.TIMERS).stream().map(TestRecord::value).toList());
    }

    private List<NextTimer> told() {
        return told(ledger);
    }
}

package io.rollouthub.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.ledger.Budget;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.model.Programmes;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.Progress;
import io.rollouthub.testkit.Seed;
import io.rollouthub.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** Entries that are applied in slices, behind which others wait. */
class SlicesTest extends TopologyFixture {
    private static final int ROWS = 3;
    private static final Duration MOMENT = Duration.ofMillis(1);

    @Test
    void transitionsAreThoseOfALedgerThatAppliesEachEntryInOneGo(@Seed long seed) {
        List<JournalEntry> journal = Programmes.random(seed).entries();
        LedgerDriver whole = ledger();
        LedgerDriver sliced = ledger(FlowListener.NONE, () -> Budget.of(ROWS));
        for (JournalEntry entry : journal) {
            whole.append(JournalRoute.keyOf(entry), entry);
            sliced.append(JournalRoute.keyOf(entry), entry);
        }

        List<Progress> told = untilApplied(sliced, journal.size());

        assertThat(transitions(sliced)).as("seed %d", seed).isEqualTo(transitions(whole));
        assertThat(told).extracting(Progress::getPosition).isSorted();
    }

    /** Lets a moment pass again and again; what was told meanwhile of how far it is. */
    private static List<Progress> untilApplied(LedgerDriver ledger, long position) {
        List<Progress> told = new ArrayList<>();
        while (told.isEmpty() || told.get(told.size() - 1).getPosition() < position) {
            ledger.pass(MOMENT);
            ledger.read(Topics.PROGRESS).forEach(record -> told.add(record.value()));
        }
        return told;
    }

    /** With what they are called. */
    private static List<String> transitions(LedgerDriver ledger) {
        List<String> all = new ArrayList<>();
        for (TestRecord<String, AlertTransition> record : ledger.read(Topics.ALERT_TRANSITIONS)) {
            all.add(new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8) + " "
                    + record.value());
        }
        return all;
    }
}

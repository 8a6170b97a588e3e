package io.rollouthub.hub.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.store.Tables;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.model.Programmes;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Status;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.testkit.Seed;
import io.rollouthub.timetravel.Rerun;
import io.rollouthub.topic.Topics;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What was published is held against what follows from the journal, whenever it was told. */
class DifferencesTest {
    private static final int JOURNALS = 40;

    @Test
    void roundsAndRestartsAtAnyTimeMakeNoDifference(@Seed long seed) {
        for (long one = seed; one < seed + JOURNALS; one++) {
            List<JournalEntry> journal = Programmes.random(one).entries();
            Differences differences = new Differences();

            differences.add(toldAnyTime(journal, new Random(one)), worked(journal));

            for (var topic : Topics.OUTPUTS) {
                assertThat(differences.of(topic).first())
                        .as("seed %d, %s", one, topic.name())
                        .isEmpty();
            }
            assertThat(differences.of(Topics.CLUSTER_STATUS).rows()).isPositive();
        }
    }

    private static ReadModel worked(List<JournalEntry> journal) {
        ReadModel model = new ReadModel();
        Rerun ledger = new Rerun(Tables.inMemory(), model);
        journal.forEach(ledger::apply);
        ledger.round();
        return model;
    }

    private static ReadModel toldAnyTime(List<JournalEntry> journal, Random random) {
        ReadModel model = new ReadModel();
        Tables tables = Tables.inMemory();
        Rerun ledger = new Rerun(tables, model);
        for (JournalEntry entry : journal) {
            ledger.apply(entry);
            if (random.nextInt(4) == 0) {
                ledger.round();
                ledger = random.nextInt(4) == 0 ? new Rerun(tables, model) : ledger;
            }
        }
        ledger.round();
        return model;
    }

    @Test
    void aRowThatIsMissingTooManyOrOtherIsToldInWords() {
        ReadModel expected = new ReadModel();
        ReadModel published = new ReadModel();
        List<JournalEntry> journal = Programmes.random(17).entries();
        Rerun ledger = new Rerun(Tables.inMemory(), expected);
        journal.forEach(ledger::apply);
        ledger.round();
        MilestoneState milestone = expected.milestones().values().iterator().next();
        expected.milestones().forEach((key, row) -> published.publish(Topics.MILESTONES, key, row));
        Status other = milestone.getStatus() == Status.MET ? Status.MISSED : Status.MET;
        String first = expected.milestones().firstKey();
        published.publish(
                Topics.MILESTONES,
                first,
                MilestoneState.newBuilder(milestone).setStatus(other).build());
        published.publish(Topics.MILESTONES, "z/none", milestone);
        expected.transitions().stream()
                .skip(1)
                .forEach(one -> published.publish(Topics.ALERT_TRANSITIONS, one.getAlertId(), one));
        AlertTransition lost = expected.transitions().get(0);

        Differences differences = new Differences();
        differences.add(published, expected);

        assertThat(differences.of(Topics.MILESTONES).first())
                .containsExactly(
                        new Differences.Difference(
                                first, "status is " + other + " instead of " + milestone.getStatus()),
                        new Differences.Difference("z/none", "is there, and follows from nothing"));
        assertThat(differences.of(Topics.ALERT_TRANSITIONS).first())
                .anySatisfy(one -> assertThat(one.key()).startsWith(lost.getAlertId()));
        assertThat(differences.total()).isGreaterThan(2);
    }
}

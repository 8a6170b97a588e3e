package io.rollouthub.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.programme.Programme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Laws that hold for the model on any journal; the name of a case has its seed. */
@Execution(ExecutionMode.CONCURRENT)
class RandomProgrammesTest {

    private static final long CASES = 200;

    /** One in so many is as long as any. */
    private static final long LONG_ONE_IN = 8;

    private interface Law {
        void check(RandomProgramme random);
    }

    private static Stream<DynamicTest> each(Law law) {
        return LongStream.rangeClosed(1, CASES)
                .mapToObj(seed -> seed % LONG_ONE_IN == 0 ? Programmes.random(seed) : Programmes.small(seed))
                .map(random -> DynamicTest.dynamicTest(random.toString(), () -> law.check(random)));
    }

    @Test
    void aSeedAlwaysGivesTheSameJournal() {
        assertThat(Programmes.random(7)).isEqualTo(Programmes.random(7));
        assertThat(Programmes.random(7).entries())
                .isNotEqualTo(Programmes.random(8).entries());
    }

    @TestFactory
    Stream<DynamicTest> alertsOpenAndResolveByTurnsAndSayWhatIsSo() {
        return each(random -> {
            Model model = new Model();
            AlertLaws alerts = new AlertLaws();
            Programme programme = random.programme();
            for (JournalEntry entry : random.entries()) {
                model.apply(entry);
                programme = inForce(programme, entry);
                alerts.check(model, entry.getEntry() instanceof Tick);
                for (String cluster : model.clusters()) {
                    StateLaws.check(cluster, model.cluster(cluster), programme.getThresholds());
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> judgingAgainChangesNothing() {
        return each(random -> {
            Model model = new Model();
            Programme programme = random.programme();
            for (JournalEntry entry : random.entries()) {
                model.apply(entry);
                programme = inForce(programme, entry);
                int transitions = model.transitions().size();
                model.apply(new JournalEntry(entry.getAcceptedAt(), null, programme));
                assertThat(model.transitions()).hasSize(transitions);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aTickThatJumpsGivesWhatManyTicksGive() {
        return each(random -> {
            Model jumping = new Model();
            Model stepping = new Model();
            random.entries().forEach(jumping::apply);
            random.entries().forEach(stepping::apply);
            Instant from = random.entries().get(random.entries().size() - 1).getAcceptedAt();
            for (int hours = 7; hours <= 7 * 500; hours += 7) {
                stepping.apply(new JournalEntry(from.plus(Duration.ofHours(hours)), null, new Tick()));
            }
            jumping.apply(new JournalEntry(from.plus(Duration.ofHours(7 * 500)), null, new Tick()));
            assertThat(jumping.transitions()).isEqualTo(stepping.transitions());
            assertThat(jumping.milestones()).isEqualTo(stepping.milestones());
            assertThat(jumping.figures()).isEqualTo(stepping.figures());
            assertThat(jumping.evidence()).isEqualTo(stepping.evidence());
            assertThat(jumping.forecasts()).isEqualTo(stepping.forecasts());
            assertThat(jumping.supplierRecords()).isEqualTo(stepping.supplierRecords());
        });
    }

    @TestFactory
    Stream<DynamicTest> theOrderOfArrivalDoesNotMatterToTheFinalState() {
        return each(random -> {
            Model model = new Model();
            List<JournalEntry> accepted = new ArrayList<>();
            List<JournalEntry> others = new ArrayList<>();
            for (JournalEntry entry : random.entries()) {
                int dropped = model.duplicates() + model.refused().size();
                model.apply(entry);
                boolean event = entry.getOrigin() != null
                        && dropped == model.duplicates() + model.refused().size();
                (event ? accepted : others).add(entry);
            }
            Model other = new Model();
            // without the rules by which the first to come has more rights than others
            other.apply(new JournalEntry(
                    Instant.EPOCH,
                    null,
                    Programme.newBuilder(random.programme()).setFormat(1).build()));
            new Chance(random.seed()).some(accepted.size(), accepted).forEach(other::apply);
            others.stream().filter(entry -> entry.getOrigin() == null).forEach(other::apply);
            other.apply(random.entries().get(random.entries().size() - 1));
            assertThat(other.milestones()).isEqualTo(model.milestones());
            assertThat(other.rates()).isEqualTo(model.rates());
            assertThat(other.figures()).isEqualTo(model.figures());
            assertThat(other.evidence()).isEqualTo(model.evidence());
            assertThat(promises(other)).isEqualTo(promises(model));
            assertThat(openByFacts(other)).isEqualTo(openByFacts(model));
        });
    }

    /** §10: what the hub forecast at its reviews depends on when it learnt what, the suppliers' promises do not. */
    private static List<List<Integer>> promises(Model model) {
        List<List<Integer>> promises = new ArrayList<>();
        for (SupplierRecordView record : model.supplierRecords().values()) {
            promises.add(List.of(
                    record.promisesKept(),
                    record.promisesBroken(),
                    record.promisesWithdrawn(),
                    record.promisesStanding()));
            record.leads().values().forEach(lead -> promises.add(List.of(lead.stoodAt(), lead.keptAt())));
        }
        return promises;
    }

    /** §10: MILESTONE_AT_RISK has hysteresis. */
    private static List<String> openByFacts(Model model) {
        return model.openAlerts().keySet().stream()
                .filter(alertId -> !AlertLaws.kind(alertId).equals("MILESTONE_AT_RISK"))
                .toList();
    }

    private static Programme inForce(Programme before, JournalEntry entry) {
        return entry.getEntry() instanceof Programme next && Model.counts(before, next) ? next : before;
    }
}

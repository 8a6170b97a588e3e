package io.rollouthub.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rollouthub.domain.store.Tables;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.model.Programmes;
import io.rollouthub.model.RandomProgramme;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.testkit.Seed;
import io.rollouthub.timetravel.Rerun;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** On any journal the evidence is what the ledger went by, and there is a story of everything. */
class StoryLawsTest {
    private static final int PROGRAMMES = 20;

    private static Stream<RandomProgramme> programmes(long first) {
        return LongStream.range(first, first + PROGRAMMES).mapToObj(Programmes::random);
    }

    private static Set<String> clusters(RandomProgramme programme) {
        return programme.entries().stream()
                .map(entry -> (SpecificRecord) entry.getEntry())
                .filter(ReportedEvent::isOne)
                .map(event -> ReportedEvent.of(event).cluster())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ClusterEvidence evidence(String cluster, List<JournalEntry> entries) {
        ClusterEvidence evidence = new ClusterEvidence(cluster);
        entries.forEach(evidence::accept);
        return evidence;
    }

    @Test
    void theEvidenceOnAClusterEndsWithTheLedgersResults(@Seed long seed) {
        programmes(seed).forEach(programme -> {
            ReadModel all = new ReadModel();
            Rerun ledger = new Rerun(Tables.inMemory(), all);
            programme.entries().forEach(ledger::apply);
            for (String cluster : clusters(programme)) {
                ReadModel own = evidence(cluster, programme.entries()).model();
                assertThat(own.milestones())
                        .as(programme.toString())
                        .isEqualTo(all.milestones().subMap(cluster + "/", cluster + "0"));
                assertThat(own.transitions())
                        .as(programme.toString())
                        .isEqualTo(all.transitions().stream()
                                .filter(transition -> transition.getCluster().equals(cluster))
                                .toList());
            }
        });
    }

    @Test
    void theNumbersToldGiveTheProbabilityThatTheLedgerFound(@Seed long seed) {
        programmes(seed).forEach(programme -> {
            ZoneId zone = ZoneId.of(programme.programme().getZone());
            for (String cluster : clusters(programme)) {
                ClusterEvidence evidence = evidence(cluster, programme.entries());
                for (ClusterEvidence.JudgedTransition judged : evidence.transitions()) {
                    if (judged.alert().getKind() == AlertKind.MILESTONE_AT_RISK
                            && judged.alert().getState() == AlertState.OPEN) {
                        MilestoneState milestone = Objects.requireNonNull(judged.milestone());
                        LocalDate day = LocalDate.ofInstant(judged.alert().getAt(), zone);
                        double probability = Objects.requireNonNull(judged.forecast())
                                .probabilityWithin(ChronoUnit.DAYS.between(day, milestone.getDue()));
                        assertThat(probability)
                                .as("%s: %s", programme, judged.alert())
                                .isEqualTo(judged.alert().getProbability(), within(1e-12));
                        assertThat(probability).isLessThan(judged.thresholds().getAtRiskBelow());
                    }
                }
            }
        });
    }

    @Test
    void thereIsAStoryOfEverythingWithAllEpisodesOfItsAlerts(@Seed long seed) {
        programmes(seed).forEach(programme -> {
            for (String cluster : clusters(programme)) {
                ClusterEvidence evidence = evidence(cluster, programme.entries());
                Set<String> ids = new TreeSet<>(evidence.model().milestones().keySet());
                evidence.transitions().forEach(judged -> ids.add(judged.alert().getAlertId()));
                for (String id : ids) {
                    Subject subject = Subject.of(id);
                    String text = new SubjectStory(subject, evidence).tell().text();
                    assertThat(text).as("%s: %s", programme, id).doesNotContain("null", "UNKNOWN", "  .", " ,", "..");
                    if (subject.kind() != null) {
                        long transitions = evidence.transitions().stream()
                                .filter(judged -> judged.alert().getAlertId().equals(id))
                                .count();
                        assertThat(text.lines()
                                        .filter(line ->
                                                line.matches("  On .* it (opened|stayed open|ended \\(.*\\)): .*")))
                                .as("%s: %s%n%s", programme, id, text)
                                .hasSize((int) transitions);
                    }
                }
            }
        });
    }
}

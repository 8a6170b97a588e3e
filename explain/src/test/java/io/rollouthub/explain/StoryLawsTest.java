package io.rollouthub.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.store.Table;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.model.Programmes;
import io.rollouthub.model.RandomProgramme;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.testkit.Seed;
import io.rollouthub.timetravel.Rerun;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** On any journal the reports that count are those of the ledger, and there is a story of everything the topics tell. */
class StoryLawsTest {
    private static final int PROGRAMMES = 20;

    private static Stream<RandomProgramme> programmes(long first) {
        return LongStream.range(first, first + PROGRAMMES).mapToObj(Programmes::random);
    }

    private static List<ReportedEvent> reports(RandomProgramme programme) {
        return programme.entries().stream()
                .map(entry -> (SpecificRecord) entry.getEntry())
                .filter(ReportedEvent::isOne)
                .map(ReportedEvent::of)
                .toList();
    }

    private static JournalStories stories(List<JournalEntry> entries) {
        JournalStories stories = new JournalStories();
        entries.forEach(entry -> stories.accept(0, entry));
        return stories;
    }

    /** Everything that there is a story of: milestones, and alerts that have opened. */
    private static Set<String> ids(Told told) {
        Set<String> ids = new TreeSet<>(told.results().milestones().keySet());
        told.results().transitions().forEach(transition -> ids.add(transition.getAlertId()));
        return ids;
    }

    @Test
    void theReportsThatCountAreThoseThatTheLedgerKeeps(@Seed long seed) {
        programmes(seed).forEach(programme -> {
            Tables tables = Tables.inMemory();
            Rerun ledger = new Rerun(tables, new ReadModel());
            programme.entries().forEach(ledger::apply);
            ledger.round();
            JournalStories stories = stories(programme.entries());
            for (FactKey key :
                    reports(programme).stream().map(ReportedEvent::key).collect(Collectors.toSet())) {
                if (key.kind() != EventKind.CONTRACT) {
                    assertThat(stories.history(new Subject(key.cluster(), null, key.milestone())))
                            .extracting(one -> one.report().event(), JournalStories.AcceptedReport::acceptedAt)
                            .as("%s: %s", programme, key)
                            .containsExactlyInAnyOrderElementsOf(kept(tables.reports(), key));
                }
            }
        });
    }

    private static List<Tuple> kept(Table<JournalEntry> reports, FactKey key) {
        return reports.under(key + "/").stream()
                .map(Map.Entry::getValue)
                .map(entry -> Tuple.tuple(entry.getEntry(), entry.getAcceptedAt()))
                .toList();
    }

    @Test
    void whatIsAtRiskIsToldWithTheNumbersThatWereJudged(@Seed long seed) {
        programmes(seed).forEach(programme -> {
            Told told = Journal.told(programme.entries());
            JournalStories stories = stories(programme.entries());
            for (AlertTransition one : told.results().transitions()) {
                if (one.getKind() == AlertKind.MILESTONE_AT_RISK && one.getState() == AlertState.OPEN) {
                    String text =
                            stories.story(Subject.of(one.getAlertId()), told).text();
                    int needed = one.getCount() - one.getProgress();
                    assertThat(text)
                            .as("%s: %s", programme, one)
                            .contains("with " + one.getProgress() + " of " + Words.goLives(one.getCount()) + ", "
                                    + needed)
                            .contains("this far ahead", "expected in time", "and the limit is ");
                }
            }
        });
    }

    @Test
    void thereIsAStoryOfEverythingWithAllEpisodesOfItsAlerts(@Seed long seed) {
        programmes(seed).forEach(programme -> {
            Told told = Journal.told(programme.entries());
            JournalStories stories = stories(programme.entries());
            for (String id : ids(told)) {
                Subject subject = Subject.of(id);
                String text = stories.story(subject, told).text();
                assertThat(text).as("%s: %s", programme, id).doesNotContain("null", "UNKNOWN", "  .", " ,", "..");
                if (subject.kind() != null) {
                    assertThat(text.lines()
                                    .filter(line -> line.matches("  On .* it (opened|stayed open|ended \\(.*\\)): .*")))
                            .as("%s: %s%n%s", programme, id, text)
                            .hasSameSizeAs(told.transitions().apply(id));
                }
            }
        });
    }

    @Test
    void aTransitionOfAReleaseBeforeSaysThatNoEvidenceWasKept(@Seed long seed) {
        programmes(seed).forEach(programme -> {
            Told now = Journal.told(programme.entries());
            Told before = new Told(now.programme(), now.results(), id -> now.transitions().apply(id).stream()
                    .map(one ->
                            AlertTransition.newBuilder(one).setEvidence(null).build())
                    .toList());
            JournalStories stories = stories(programme.entries());
            for (MilestoneState milestone : now.results().milestones().values()) {
                for (AlertKind kind : Subject.KINDS_ON_MILESTONES) {
                    Subject subject = new Subject(milestone.getCluster(), kind, milestone.getMilestone());
                    List<AlertTransition> all = before.transitions().apply(subject.id());
                    assertThat(stories.story(subject, before)
                                    .text()
                                    .lines()
                                    .filter(line -> line.contains("No evidence was kept")))
                            .as("%s: %s", programme, subject.id())
                            .hasSameSizeAs(all);
                }
            }
        });
    }
}

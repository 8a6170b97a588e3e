package io.rollouthub.hub.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.store.Tables;
import io.rollouthub.explain.JournalStories;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Tick;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.producer.Report;
import io.rollouthub.producer.Reports;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.journal.ReplayLine;
import io.rollouthub.reader.journal.ReplayLine.ReportLine;
import io.rollouthub.reader.journal.ReplayLines;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.testkit.Golden;
import io.rollouthub.timetravel.Rerun;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real programme in tables. */
class ResultTablesTest {
    private static final Path KEPT = Path.of("src", "test", "resources", "tables");
    private static final Path EXAMPLE = Path.of("..", "examples", "npfit");
    private static final Instant BEGIN = Instant.parse("2004-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2006-10-20T23:00:00Z"); // midnight in London

    private final Golden golden = new Golden(ResultTablesTest.class, "People read these tables.");
    private final ReadModel model = new ReadModel();

    @BeforeEach
    void replay() throws IOException {
        Rerun ledger = new Rerun(Tables.inMemory(), model);
        ledger.apply(new JournalEntry(BEGIN, null, ProgrammeFile.read(EXAMPLE.resolve("programme.yaml"))));
        try (Stream<ReplayLine> lines =
                ReplayLines.read(Files.newInputStream(EXAMPLE.resolve("events.jsonl")), "events", error -> {
                    throw new AssertionError(error.message());
                })) {
            lines.map(line -> ((ReportLine) line).report())
                    .filter(report -> report.reportedAt().isBefore(END))
                    .forEach(report -> report(ledger, report));
        }
        ledger.apply(new JournalEntry(END, null, new Tick()));
        ledger.round();
    }

    private static void report(Rerun ledger, ReportedEvent report) {
        ledger.apply(new JournalEntry(report.reportedAt(), null, new Tick()));
        Origin origin = new Origin(SupplierTopics.in(report.supplier()), 0, 0L);
        ledger.apply(new JournalEntry(report.reportedAt(), origin, report.event()));
    }

    @Test
    void onATerminalOfEightyColumnsIdsAreWholeAndOnlySentencesAreCut() {
        String text = summary(new Look(80, false));

        golden.assertSame(KEPT.resolve("eighty.txt"), text);
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(model.milestones().keySet())
                .allSatisfy(id -> assertThat(text).contains(id));
        assertThat(model.openAlerts()).allSatisfy(alert -> assertThat(text)
                .containsPattern(
                        "(?m)^" + alert.getCluster() + "/[A-Z_]+/" + Pattern.quote(alert.getSubject()) + "( |$)"));
        assertThat(model.openAlerts().stream().filter(alert -> !text.contains(alert.getAlertId())))
                .as("named behind what is worse about the same milestone")
                .hasSize(3)
                .allSatisfy(alert -> assertThat(alert.getKind()).isEqualTo(AlertKind.DATE_SLIPPING));
    }

    @Test
    void inAPipeARowIsALine() {
        golden.assertSame(KEPT.resolve("wide.txt"), summary(Look.PLAIN));
    }

    @Test
    void whoeverWantsInstantsGetsThem() {
        assertThat(summary(Look.PLAIN)).contains("Clusters at 2006-10-21 00:00 BST", "2006-09-01 00:00 BST");
        assertThat(summary(new Look(Integer.MAX_VALUE, false, true)))
                .contains("Clusters at 2006-10-20T23:00:00Z", "2006-08-31T23:00:00Z")
                .doesNotContain("BST");
    }

    @Test
    void sitesThatNeverHadAPlanAreNoneOfThosePlanned() {
        assertThat(row("south ")).matches("south +2 of 6 +1 .*");

        ClusterStatus ofBefore = ClusterStatus.newBuilder(model.clusters().get("south"))
                .setLivePlanned(null)
                .build();
        model.publish(Topics.CLUSTER_STATUS, "south", ofBefore);
        assertThat(row("south ")).matches("south +\\? of 6 +\\? of 3 .*");
    }

    @Test
    void besideAMonthsRatesStandsWhatTheyAddUpTo() {
        List<String> lines = ResultTables.rates(model).text(Look.PLAIN).lines().toList();

        assertThat(lines.get(0)).matches("cluster +month +go-lives +in all +planned +in all +due +in all");
        assertThat(lines.stream().filter(line -> line.startsWith("south ")))
                .last()
                .asString()
                .matches("south +2006-\\d\\d +\\d+ +3 +\\d+ +6 +\\d+ +6");
        assertThat(lines).noneMatch(line -> line.contains("null"));
    }

    @Test
    void aSupplierWhoseReportsReplaceWhatNobodyKnowsIsTold() {
        assertThat(summary(Look.PLAIN)).doesNotContain("has not come");

        SupplierStatus fujitsu = SupplierStatus.newBuilder(model.suppliers().get("south/fujitsu"))
                .setReplacesUnknown(2)
                .build();
        model.publish(Topics.SUPPLIER_STATUS, "south/fujitsu", fujitsu);
        assertThat(summary(Look.PLAIN)).contains("Reports that replace a report that has not come");
        assertThat(row("south/fujitsu ")).matches("south/fujitsu +2");
    }

    @Test
    void whatThoseReportsAreOnAndWhatTheyNameIsListed() {
        Report planned = Reports.on("south")
                .goLive("weston", "millennium", "R0")
                .planned("e-2", Instant.parse("2006-06-01T09:00:00Z"), LocalDate.parse("2006-07-29"));
        JournalStories stories = new JournalStories();
        stories.accept(0, new JournalEntry(END, null, planned.replaces("e-1").by("fujitsu")));

        assertThat(ResultTables.corrections(stories.replacingUnknown("south"), Look.PLAIN)
                        .lines()
                        .toList())
                .containsExactly(
                        "",
                        "Corrections of what was never reported",
                        "report       on                                  corrects",
                        "fujitsu/e-2  south/go-live/weston/millennium/R0  e-1");
        assertThat(ResultTables.corrections(stories.replacingUnknown("london"), Look.PLAIN))
                .isEmpty();
    }

    @Test
    void anAlertOfRiskOfWhichNothingIsKnownSaysSinceWhen() {
        String id = "south/MILESTONE_AT_RISK/dozen-by-end-october";
        Alert unknown = Alert.newBuilder(model.alerts().get(id))
                .setUnknownSince(LocalDate.parse("2006-08-01"))
                .build();
        model.publish(Topics.ALERTS, id, unknown);
        assertThat(row(id)).contains("BST  unknown since 2006-08-01; Twelve Millennium installations");
        assertThat(summary(new Look(80, false))).contains("BST  unknown since 2006-08-01; ");
    }

    private String row(String begin) {
        return summary(Look.PLAIN)
                .lines()
                .filter(line -> line.startsWith(begin))
                .findFirst()
                .orElseThrow();
    }

    private String summary(Look look) {
        return ResultTables.summary(model, END, List.of(), look);
    }
}

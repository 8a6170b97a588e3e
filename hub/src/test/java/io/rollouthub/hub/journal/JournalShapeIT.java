package io.rollouthub.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.embedded.LocalHub;
import io.rollouthub.entry.Entry;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.journal.Origin;
import io.rollouthub.producer.Reports;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.JournalNow;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.runtime.OtherJournalException;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.FlowListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Somebody gives the journal more partitions, or deletes what stands at its beginning. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JournalShapeIT {
    private static final Path PROGRAMME = Path.of("../examples/npfit/programme.yaml");
    private static final Instant AT = Instant.parse("2006-01-01T09:00:00Z");
    private static final List<String> CLUSTERS = List.of("south", "london", "southern");
    private static final int REPORTS = 30;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private LocalHub hub;

    @BeforeAll
    void start() {
        hub = LocalHub.start(folder.resolve("servers"));
        Cli apply = Cli.on(hub.connection(), "admin", "apply", "--programme", PROGRAMME.toString());
        assertThat(apply.exitCode()).as(apply.err()).isZero();
        assertThat(apply.out()).contains("keep that topic rollout.journal has 6 partitions");
        try (Producer<String, byte[]> producer =
                KafkaClients.producer(hub.connection().client(), Map.of())) {
            JournalWriter journal = new JournalWriter(producer, hub.connection().registry(), 6);
            journal.write(new Entry.ProgrammeEntry(ProgrammeFile.read(PROGRAMME), AT), (sent, error) -> {});
            for (int number = 0; number < REPORTS; number++) {
                journal.write(report(number), (sent, error) -> {});
            }
            journal.write(new Entry.TickEntry(AT.plusSeconds(REPORTS)), (sent, error) -> {});
        }
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    private static Entry report(int number) {
        Instant acceptedAt = AT.plusSeconds(number);
        return new Entry.ReportEntry(
                ReportedEvent.of(Reports.on(CLUSTERS.get(number % CLUSTERS.size()))
                        .goLive("site-" + number, "p", "r")
                        .planned("e-" + number, acceptedAt, LocalDate.of(2007, 1, 1))
                        .by("fujitsu")),
                acceptedAt,
                new Origin(SupplierTopics.in("fujitsu"), 0, (long) number));
    }

    @Test
    @Order(1)
    void morePartitionsStopTheHubWithASentenceAndTheJournalIsExportedWholeAndImportedIntoAnother() throws Exception {
        try (Admin admin = KafkaClients.admin(hub.connection().client())) {
            KafkaCalls.await(
                    "add partitions",
                    admin.createPartitions(Map.of(Topics.JOURNAL.name(), NewPartitions.increaseTo(8)))
                            .all());
            KafkaCalls.awaitSeen("add partitions", () -> now().partitions() == 8);
        }
        String sentence = "Topic rollout.journal has 8 partitions, and had 6 when the hub began";
        assertThatThrownBy(this::run).isInstanceOf(OtherJournalException.class).hasMessageContaining(sentence);
        assertThat(Cli.on(hub.connection(), "streams")).satisfies(streams -> {
            assertThat(streams.exitCode()).isEqualTo(1);
            assertThat(streams.err()).contains(sentence, "'rollout journal import --partitions 8'");
        });
        assertThat(Cli.on(hub.connection(), "admin", "apply", "--programme", PROGRAMME.toString())
                        .err())
                .contains(sentence);
        assertThat(Cli.on(hub.connection(), "doctor").out())
                .contains("WRONG  journal: " + sentence)
                .doesNotContain("instead of 8");

        Path exported = export(hub.connection(), "exported.jsonl");
        assertThat(Files.readAllLines(exported)).hasSize(1 + 1 + REPORTS + 1);
        try (LocalHub other = LocalHub.start(folder.resolve("other"))) {
            Cli imported = Cli.on(other.connection(), "journal", "import", "--partitions", "8", exported.toString());
            assertThat(imported.exitCode()).as(imported.err()).isZero();
            assertThat(JournalNow.read(
                            other.connection().client(), other.connection().registry()))
                    .returns(8, JournalNow::partitions)
                    .returns(8, JournalNow::kept);
            assertThat(export(other.connection(), "again.jsonl")).hasSameTextualContentAs(exported);
        }
        anImportThatWasCutShortIsNoJournalAndBeginsAnew(exported);
    }

    private void anImportThatWasCutShortIsNoJournalAndBeginsAnew(Path exported) throws Exception {
        try (LocalHub third = LocalHub.start(folder.resolve("third"))) {
            Connection at = third.connection();
            assertThat(Cli.on(at, "admin", "apply", "--programme", PROGRAMME.toString()))
                    .returns(0, Cli::exitCode);
            Provisioning provisioning =
                    new Provisioning(Settings.read(null, Map.of(), Map.of()).streams(at), at.registry());
            provisioning.keepImporting(true);
            try (Producer<String, byte[]> producer = KafkaClients.producer(at.client(), Map.of())) {
                new JournalWriter(producer, at.registry(), 6)
                        .write(new Entry.ProgrammeEntry(ProgrammeFile.read(PROGRAMME), AT), (sent, error) -> {});
            }
            String sentence = "The journal is being imported, or an import of it was cut short";
            assertThat(Cli.on(at, "streams"))
                    .satisfies(streams -> assertThat(streams.err()).contains(sentence, "begins anew"))
                    .returns(1, Cli::exitCode);
            assertThat(Cli.on(at, "doctor").out()).contains("WRONG  journal: " + sentence);

            Cli again = Cli.on(at, "journal", "import", exported.toString());
            assertThat(again.exitCode()).as(again.err()).isZero();
            assertThat(export(at, "third.jsonl")).hasSameTextualContentAs(exported);
            assertThat(JournalNow.read(at.client(), at.registry())).returns(false, JournalNow::importing);
        }
    }

    @Test
    @Order(2)
    void aJournalWithoutItsBeginningIsNeitherGoneOnWithNorExported() {
        TopicPartition first = new TopicPartition(Topics.JOURNAL.name(), 0);
        try (Admin admin = KafkaClients.admin(hub.connection().client())) {
            KafkaCalls.await(
                    "delete records",
                    admin.deleteRecords(Map.of(first, RecordsToDelete.beforeOffset(1)))
                            .all());
        }
        Cli export = Cli.on(
                hub.connection(),
                "journal",
                "export",
                folder.resolve("partial.jsonl").toString());
        assertThat(export.exitCode()).isEqualTo(1);
        assertThat(export.err()).contains("The journal is not whole: rollout.journal-0 begins at offset 1");
        assertThat(folder.resolve("partial.jsonl")).doesNotExist();
        assertThat(now().truncated()).containsExactly(Map.entry(0, 1L));
    }

    private JournalNow now() {
        return JournalNow.read(hub.connection().client(), hub.connection().registry());
    }

    private void run() {
        HubStreams.start(
                        Settings.read(null, Map.of(), Map.of()).streams(hub.connection()),
                        hub.connection().registry(),
                        FlowListener.NONE)
                .close();
    }

    private static Path export(Connection from, String name) {
        Path file = folder.resolve(name);
        Cli export = Cli.on(from, "journal", "export", file.toString());
        assertThat(export.exitCode()).as(export.err()).isZero();
        return file;
    }
}

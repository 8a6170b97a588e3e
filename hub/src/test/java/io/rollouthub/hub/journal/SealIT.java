package io.rollouthub.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.rollouthub.check.Reason;
import io.rollouthub.check.Refusal;
import io.rollouthub.embedded.LocalHub;
import io.rollouthub.entry.Entry;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.journal.Origin;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.producer.Reports;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Lag;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.Stage;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubSettings.Layout;
import io.rollouthub.runtime.HubSettings.Ledger;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.runtime.StreamsFailedException;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.Arrival;
import io.rollouthub.topology.FlowListener;
import io.rollouthub.topology.KeptIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Somebody deletes what Kafka keeps of the ledger's state, or writes to its results. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SealIT {
    private static final Path PROGRAMME = Path.of("../examples/npfit/programme.yaml");
    private static final Instant AT = Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
    private static final List<String> CLUSTERS = List.of("south", "london", "southern");
    private static final int REPORTS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String SENTENCE =
            "of the journal does not fit its seal: what is kept in reports-by-fact is not"
                    + " what was sealed. What would follow from it would be wrong.";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private final LocalHub hub = LocalHub.start(null);
    private final Connection connection = hub.connection();

    @BeforeAll
    void write() {
        Cli apply = Cli.on(connection, "admin", "apply", "--programme", PROGRAMME.toString());
        assertThat(apply.exitCode()).as(apply.err()).isZero();
        try (Producer<String, byte[]> producer = KafkaClients.producer(connection.client(), Map.of())) {
            JournalWriter journal = new JournalWriter(producer, connection.registry(), 6);
            journal.write(new Entry.ProgrammeEntry(ProgrammeFile.read(PROGRAMME), AT), (sent, error) -> {});
            for (int number = 0; number < REPORTS; number++) {
                journal.write(report(number), (sent, error) -> {});
            }
            journal.write(sameIdOtherContent(), (sent, error) -> {});
        }
    }

    private static Entry report(int number) {
        Instant acceptedAt = AT.plusSeconds(number);
        return new Entry.ReportEntry(
                ReportedEvent.of(Reports.on(CLUSTERS.get(number % CLUSTERS.size()))
                        .goLive("site-" + number, "p", "r")
                        .planned("e-" + number, acceptedAt, LocalDate.of(2099, 1, 1))
                        .by("fujitsu")),
                acceptedAt,
                new Origin(SupplierTopics.in("fujitsu"), 0, (long) number));
    }

    /** The ledger refuses it, once. */
    private static Entry sameIdOtherContent() {
        return new Entry.ReportEntry(
                ReportedEvent.of(Reports.on(CLUSTERS.get(0))
                        .goLive("site-0", "p", "r")
                        .planned("e-0", AT, LocalDate.of(2099, 2, 2))
                        .by("fujitsu")),
                AT.plusSeconds(REPORTS),
                new Origin(SupplierTopics.in("fujitsu"), 0, (long) REPORTS));
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @Tag("full")
    @Test
    @Order(0)
    void theSameWithStateOnDisk() {
        deletedAndBroughtBack(KeptIn.DISK);
    }

    @Test
    @Order(1)
    void aChangelogThatWasDeletedStopsTheHubWithASentenceAndAResetBringsAllBack() {
        deletedAndBroughtBack(KeptIn.MEMORY);
    }

    private void deletedAndBroughtBack(KeptIn kept) {
        runUntilAllIsTold(kept);
        assertThat(verify()).returns(0, Cli::exitCode);
        assertThat(Cli.on(connection, "doctor").out()).contains("ok     state: ", "and whole");

        delete("reports-by-fact");

        assertThat(Cli.on(connection, "doctor").out())
                .as("before anybody has tried")
                .contains("WRONG  state: The ledger's state of partition ", SENTENCE);
        assertThat(failure(kept)).hasMessageContaining(SENTENCE).hasMessageContaining("run 'rollout reset'");
        Cli streams = Cli.on(connection, "streams", "--config", stateElsewhere().toString());
        assertThat(streams.exitCode()).isEqualTo(1);
        assertThat(streams.err())
                .contains("rollout: the streams application has stopped: The ledger's state", SENTENCE);
        assertThat(doctorBehindTheEnd())
                .contains("WRONG  state: ", SENTENCE, "-> Stop the hub, run 'rollout reset', and start again");
        assertThat(verify())
                .satisfies(verified -> assertThat(verified.out()).contains(SENTENCE))
                .returns(1, Cli::exitCode);

        reset();
        runUntilAllIsTold(kept);
        assertThat(accepted()).isEqualTo(REPORTS);
        assertThat(verify()).returns(0, Cli::exitCode);
    }

    @Test
    @Order(2)
    void withoutAnyOfTheStateTheHubDoesNotBeginAnewAtTheEndOfTheJournal() {
        try (Admin admin = KafkaClients.admin(connection.client())) {
            new Provisioning(settings(KeptIn.MEMORY), connection.registry())
                    .deleteTopics(KafkaClients.topics(admin).stream()
                            .filter(topic -> topic.startsWith(Stage.LEDGER.group() + "-"))
                            .toList());
        }
        String sentence = "does not fit its seal: there is none, though the ledger has read some of the journal";
        assertThat(failure(KeptIn.MEMORY)).hasMessageContaining(sentence);
        assertThat(doctorBehindTheEnd()).contains("WRONG  state: ", sentence);
        reset();
        runUntilAllIsTold(KeptIn.MEMORY);
    }

    @Test
    @Order(3)
    void aWrongRowAmongTheResultsIsToldByVerify() throws Exception {
        ClusterStatus right = Objects.requireNonNull(
                new HubReader(connection).now().clusters().get("south"));
        ClusterStatus wrong = ClusterStatus.newBuilder(right)
                .setAccepted(right.getAccepted() + 1)
                .build();
        byte[] value = new AvroWriter(connection.registry()).write(Topics.CLUSTER_STATUS.subject(), wrong);
        try (Producer<String, byte[]> producer = KafkaClients.producer(connection.client(), Map.of())) {
            producer.send(new ProducerRecord<>(Topics.CLUSTER_STATUS.name(), "south", value))
                    .get();
        }

        Cli verified = verify();

        assertThat(verified.exitCode()).isEqualTo(1);
        assertThat(verified.out())
                .contains(
                        "south: accepted is " + wrong.getAccepted() + " instead of " + right.getAccepted(),
                        "1 DIFFER",
                        "'rollout reset' has it worked out anew");
        reset();
        runUntilAllIsTold(KeptIn.MEMORY);
        assertThat(verify()).returns(0, Cli::exitCode);
    }

    @Test
    @Order(4)
    void whatTheLedgerRefusedIsHeldAgainstTheJournalAsFarAsItIsThere() throws Exception {
        TopicPartition rejected = new TopicPartition(SupplierTopics.rejected("fujitsu"), 0);
        List<ConsumerRecord<String, byte[]>> there = new ArrayList<>();
        try (TopicReader reader = new TopicReader(connection.client(), List.of(rejected.topic()))) {
            reader.readToEnd(there::add);
        }
        assertThat(there).as("once, whatever was reset").hasSize(1);
        assertThat(verify().out()).containsPattern("refused by the ledger +1 rows, all fit");

        ConsumerRecord<String, byte[]> own = there.get(0);
        ProducerRecord<String, byte[]> forged = new ProducerRecord<>(rejected.topic(), 0, own.key(), own.value());
        new RejectionHeaders(
                        new Refusal(Reason.NOT_OWNER, "So somebody says."),
                        new Origin(SupplierTopics.in("fujitsu"), 0, 7L),
                        AT.plusSeconds(7))
                .addTo(forged.headers());
        try (Producer<String, byte[]> producer = KafkaClients.producer(connection.client(), Map.of())) {
            producer.send(forged).get();
        }
        assertThat(verify()).returns(1, Cli::exitCode).satisfies(verified -> assertThat(verified.out())
                .containsPattern("refused by the ledger +2 rows, 1 DIFFER")
                .contains("rollout.in.fujitsu/0/7: NOT_OWNER is there, and follows from nothing"));

        try (Admin admin = KafkaClients.admin(connection.client())) {
            KafkaCalls.await(
                    "delete records",
                    admin.deleteRecords(Map.of(rejected, RecordsToDelete.beforeOffset(-1)))
                            .all());
        }
        assertThat(verify()).returns(0, Cli::exitCode).satisfies(verified -> assertThat(verified.out())
                .containsPattern("refused by the ledger +0 rows, all fit; 1 more not compared"));
        assertThat(Cli.on(connection, "verify", "--format", "json").out())
                .contains("\"fits\" : true", "\"notSeen\" : 1");
    }

    private Path stateElsewhere() {
        try {
            return Files.writeString(
                    folder.resolve("hub.properties"), "state.dir=" + folder.resolve("state") + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Cli verify() {
        return Cli.on(connection, "verify");
    }

    /** What it says once Kafka misses the instance that has ended. */
    private String doctorBehindTheEnd() {
        try (Admin admin = KafkaClients.admin(connection.client())) {
            await("nobody runs it").atMost(Duration.ofMinutes(1)).until(() -> !Stage.isAnyRun(admin));
        }
        return Cli.on(connection, "doctor").out();
    }

    private void reset() {
        new LedgerReset(connection, settings(KeptIn.MEMORY)).run();
    }

    private void delete(String store) {
        new Provisioning(settings(KeptIn.MEMORY), connection.registry())
                .deleteTopics(List.of(Stage.LEDGER.group() + "-" + store + "-changelog"));
    }

    private HubSettings settings(KeptIn kept) {
        return new HubSettings(
                connection.bootstrapServers(),
                connection.stateDir(),
                Arrival.BROKER_TIME,
                ClockSettings.DEFAULT,
                new Layout(6, 1, (short) 1),
                new Ledger(1, kept),
                connection.kafka());
    }

    private HubStreams start(KeptIn kept) {
        return HubStreams.start(settings(kept), connection.registry(), FlowListener.NONE);
    }

    private void runUntilAllIsTold(KeptIn kept) {
        try (HubStreams streams = start(kept);
                Admin admin = KafkaClients.admin(connection.client());
                Lag lag = new Lag(admin, connection.client(), connection.registry())) {
            await("all told").atMost(PATIENCE).until(() -> {
                streams.check();
                return lag.total(
                                Stage.LEDGER,
                                Positions.lastStable(
                                        admin, Positions.partitions(admin, List.of(Topics.JOURNAL.name()))))
                        == 0;
            });
        }
    }

    private StreamsFailedException failure(KeptIn kept) {
        try (HubStreams streams = start(kept)) {
            return await("stopped")
                    .atMost(PATIENCE)
                    .until(() -> catchThrowableOfType(StreamsFailedException.class, streams::check), e -> e != null);
        }
    }

    private long accepted() {
        return new HubReader(connection)
                .now().clusters().values().stream()
                        .mapToLong(ClusterStatus::getAccepted)
                        .sum();
    }
}

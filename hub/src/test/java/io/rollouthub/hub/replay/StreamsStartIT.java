package io.rollouthub.hub.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.check.Reason;
import io.rollouthub.check.RecordSize;
import io.rollouthub.embedded.LocalHub;
import io.rollouthub.entry.Entry;
import io.rollouthub.hub.journal.JournalWriter;
import io.rollouthub.hub.live.NewerEvent;
import io.rollouthub.producer.Reports;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Stage;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubSettings.Layout;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.runtime.NotPreparedException;
import io.rollouthub.runtime.OtherStateException;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.runtime.StateCheck;
import io.rollouthub.runtime.TopicPlan;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.Arrival;
import io.rollouthub.topology.FlowListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The streams application on live topics: what it needs for its start, and the largest records there can be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StreamsStartIT {
    private static final Programme PROGRAMME = ProgrammeFile.read(Path.of("../examples/npfit/programme.yaml"));
    private static final String TOPIC = SupplierTopics.in("bt");

    private final LocalHub hub = LocalHub.start(null);
    private final Connection connection = hub.connection();
    private final HubSettings settings = new HubSettings(
            connection.bootstrapServers(),
            connection.stateDir(),
            Arrival.BROKER_TIME,
            ClockSettings.DEFAULT,
            new Layout(2, 2, (short) 1),
            HubSettings.Ledger.DEFAULT,
            connection.kafka());
    private final Provisioning provisioning = new Provisioning(settings, connection.registry());

    @BeforeAll
    void registerSchemas() {
        provisioning.registerSchemas(PROGRAMME);
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    @Order(1)
    void withoutTopicsAProgrammeOrOneOfTheTopicsItSaysWhatIsMissing() {
        assertThatThrownBy(this::start)
                .isInstanceOf(NotPreparedException.class)
                .hasMessageContaining("there is no topic rollout.programme")
                .hasMessageContaining("rollout admin apply");
        provisioning.createTopics(new TopicPlan(settings.layout(), settings.arrival()).of(PROGRAMME));
        assertThatThrownBy(this::start)
                .isInstanceOf(NotPreparedException.class)
                .hasMessageContaining("no programme has been published");
        provisioning.publish(PROGRAMME, Instant.now(), System.currentTimeMillis());
        provisioning.deleteTopics(List.of(Topics.MILESTONES.name()));
        assertThatThrownBy(this::start)
                .isInstanceOf(NotPreparedException.class)
                .hasMessageContaining("these topics are missing: rollout.milestones");
        provisioning.createTopics(new TopicPlan(settings.layout(), settings.arrival()).of(PROGRAMME));
    }

    /** Before the ledger's state had a version it left committed offsets and its stores' topics alone. */
    @Test
    @Order(2)
    void stateOfOlderRulesIsNotGoneOnWithButWorkedOutAnew() {
        Thresholds none =
                Thresholds.newBuilder(PROGRAMME.getThresholds()).setSlipDays(0).build();
        Programme outOfRange =
                Programme.newBuilder(PROGRAMME).setThresholds(none).build();
        try (Producer<String, byte[]> producer = KafkaClients.producer(connection.client(), Map.of());
                Admin admin = KafkaClients.admin(connection.client())) {
            JournalWriter journal = new JournalWriter(producer, connection.registry(), 2);
            journal.write(
                    new Entry.ProgrammeEntry(PROGRAMME, Instant.parse("2006-01-01T00:00:00Z")), (sent, error) -> {});
            journal.write(
                    new Entry.ProgrammeEntry(outOfRange, Instant.parse("2006-02-01T00:00:00Z")), (sent, error) -> {});
            producer.flush();
            provisioning.createTopics(
                    List.of(new NewTopic(Stage.LEDGER.group() + "-milestones-by-cluster-changelog", 2, (short) 1)));
            TopicPartition first = new TopicPartition(Topics.JOURNAL.name(), 0);
            KafkaCalls.await(
                    "commit",
                    admin.alterConsumerGroupOffsets(Stage.LEDGER.group(), Map.of(first, new OffsetAndMetadata(1)))
                            .all());
        }

        assertThatThrownBy(this::start)
                .isInstanceOf(OtherStateException.class)
                .hasMessageContaining("by the rules of release 0.1.0")
                .hasMessageContaining("The programme accepted at 2006-02-01T00:00:00Z will be passed over whole")
                .hasMessageContaining("slip-days 0")
                .hasMessageContaining("'rollout journal export', mend its line")
                .hasMessageContaining("'rollout reset'");
        Cli streams = Cli.on(connection, "streams");
        assertThat(streams.exitCode()).isEqualTo(1);
        assertThat(streams.err()).contains("rollout: The hub's state was made by the rules of release 0.1.0");
        assertThat(streams.err()).doesNotContain("\tat ");
        assertThat(Cli.on(connection, "doctor").out())
                .contains("WRONG  state: The hub's state was made by the rules of release 0.1.0");

        Cli reset = Cli.on(connection, "reset", "--yes");
        assertThat(reset.exitCode()).as(reset.err()).isZero();
        try (HubStreams again = start()) {
            Awaitility.await("all applied").atMost(Duration.ofSeconds(60)).until(() -> {
                again.check();
                return new StateCheck(connection.client(), connection.registry()).look() == null && isApplied();
            });
        }
        assertThat(new StateCheck(connection.client(), connection.registry()).look())
                .as("committed offsets with a version")
                .isNull();
    }

    private boolean isApplied() {
        try (Admin admin = KafkaClients.admin(connection.client())) {
            return Stage.LEDGER.begun(admin).size() == 2;
        }
    }

    @Test
    @Order(3)
    void theLargestGarbageIsRefusedWholeTheLargestEventIsAcceptedAndOfMoreTheBeginningIsKept() throws Exception {
        byte[] garbage = new byte[RecordSize.MOST_VALUE];
        byte[] event = largestEvent();
        byte[] more = new byte[TopicPlan.LARGEST_BATCH - 1_000];
        try (HubStreams streams = start();
                Producer<String, byte[]> producer =
                        KafkaClients.producer(connection.client(), Map.of("max.request.size", 1 << 28))) {
            for (byte[] value : List.of(garbage, event, more)) {
                send(producer, value);
            }
            List<ConsumerRecord<String, byte[]>> refused = new ArrayList<>();
            List<ConsumerRecord<String, byte[]>> accepted = new ArrayList<>();
            try (TopicReader reader = new TopicReader(
                    connection.client(), List.of(SupplierTopics.rejected("bt"), Topics.JOURNAL.name()))) {
                reader.readUntil(
                        () -> {
                            streams.check();
                            return refused.size() == 2 && !accepted.isEmpty();
                        },
                        record -> {
                            if (!record.topic().equals(Topics.JOURNAL.name())) {
                                refused.add(record);
                            } else if ("london".equals(record.key())) { // and not a programme or a tick
                                accepted.add(record);
                            }
                        });
            }
            assertThat(accepted).hasSize(1);
            assertThat(refused.get(0).value()).isEqualTo(garbage);
            assertThat(refused.get(1).value()).hasSize(RecordSize.KEPT);
            assertThat(refused)
                    .extracting(record ->
                            RejectionHeaders.of(record.headers()).refusal().reason())
                    .containsExactly(Reason.UNDECODABLE, Reason.TOO_LARGE);
        }
    }

    @ParameterizedTest
    @Order(3)
    @ValueSource(strings = {"zstd", "gzip", "lz4", "snappy"})
    void whatIsLargerThanABatchIsRefusedToTheSupplierHoweverSmallItIsPacked(String codec) {
        try (Producer<String, byte[]> producer = KafkaClients.producer(
                connection.client(), Map.of("max.request.size", 1 << 28, "compression.type", codec))) {
            assertThatThrownBy(() -> send(producer, new byte[3_000_000]))
                    .hasCauseInstanceOf(RecordTooLargeException.class);
        }
    }

    private HubStreams start() {
        return HubStreams.start(settings, connection.registry(), FlowListener.NONE);
    }

    private static void send(Producer<String, byte[]> producer, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(TOPIC, "london", value)).get(30, TimeUnit.SECONDS);
    }

    /** The longest that the gate looks at. */
    private byte[] largestEvent() {
        int rest = RecordSize.MOST_VALUE - padded(RecordSize.MOST_VALUE / 2).length;
        byte[] event = padded(RecordSize.MOST_VALUE / 2 + rest);
        assertThat(event).hasSize(RecordSize.MOST_VALUE);
        return event;
    }

    /** An event as a newer writer would send it: with a field more, which this hub does not know. */
    private byte[] padded(int padding) {
        SpecificRecord event = Reports.on("london")
                .goLive("s", "p", "r")
                .planned("largest", Instant.now().truncatedTo(ChronoUnit.MILLIS), LocalDate.of(2030, 1, 1))
                .by("bt");
        return NewerEvent.write(connection.registry(), "bt", event, new byte[padding]);
    }
}

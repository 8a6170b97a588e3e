package io.rollouthub.hub.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollouthub.embedded.EmbeddedBroker;
import io.rollouthub.output.Progress;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Lag;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.Stage;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When gate and ledger have finished, on a real broker; each test has a partition of the journal to itself. */
class LagIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PARTITIONS = 12;
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.inMemory();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedBroker broker;

    private final Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
    private final Admin admin = KafkaClients.admin(client);
    private final Lag lag = new Lag(admin, client, REGISTRY);
    private final AvroWriter avro = new AvroWriter(REGISTRY);
    private final int number = NEXT.getAndIncrement();
    private final TopicPartition journal = new TopicPartition(Topics.JOURNAL.name(), number);
    private final Producer<String, byte[]> ledger =
            KafkaClients.producer(client, Map.of("transactional.id", "test-" + number));

    LagIT() {
        ledger.initTransactions();
    }

    @BeforeAll
    static void start() throws IOException {
        broker = EmbeddedBroker.start(Files.createDirectories(folder.resolve("broker")), 0, List.of());
        REGISTRY.register(Topics.PROGRESS.subject(), Topics.PROGRESS.schema().toString());
        try (Admin admin = KafkaClients.admin(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            KafkaCalls.await(
                    "create topics",
                    admin.createTopics(Stream.of(Topics.JOURNAL, Topics.PROGRESS, Topics.CONTROL)
                                    .map(topic -> new NewTopic(topic.name(), PARTITIONS, (short) 1))
                                    .toList())
                            .all());
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @AfterEach
    void close() {
        ledger.close(Duration.ZERO);
        lag.close();
        admin.close();
    }

    @Test
    void thereIsNothingToDoForALedgerThatHasNeverRunWhereThereIsNoEntry() {
        assertThat(left()).isZero();
    }

    @Test
    void whatIsNotReadIsLeft() {
        entries(3, true);
        assertThat(left()).isEqualTo(4);
        told(3);
        assertThat(left())
                .as("a position that is told is no offset that was committed")
                .isEqualTo(4);
        read(1);
        assertThat(left()).isEqualTo(3);
    }

    @Test
    void entriesThatWereReadAreLeftUntilTheirFiguresAreOut() {
        entries(3, true);
        read(end());
        assertThat(left()).as("nothing has been told").isEqualTo(4);
        told(2);
        assertThat(left()).isEqualTo(2);
        told(3);
        assertThat(left()).as("a mark stands behind the last entry").isZero();
        entries(1, true);
        read(end());
        assertThat(left()).isEqualTo(2);
    }

    @Test
    void entriesOfAnAbortedTransactionHaveNoFiguresToWaitFor() {
        entries(2, true);
        told(2);
        read(end());
        entries(300, false);
        assertThat(left()).as("a ledger that has not read on does not know").isEqualTo(301);
        read(end());
        assertThat(left()).isZero();
        entries(1, true);
        read(end());
        assertThat(left()).as("one entry and its mark").isEqualTo(2);
    }

    @Test
    void whereOnlyAbortedEntriesStandNothingHasToBeTold() {
        entries(2, false);
        read(end());
        assertThat(left()).isZero();
    }

    @Test
    void whatIsToldInATransactionIsToldWhenThatIsCommitted() {
        entries(1, true);
        read(end());
        ledger.beginTransaction();
        tell(number, 1);
        ledger.flush();
        assertThat(left()).isEqualTo(2);
        ledger.commitTransaction();
        await("the position that is told").atMost(PATIENCE).until(() -> left() == 0);
    }

    @Test
    void theLastThatWasToldIsFoundBehindAnyNumberOfAbortedTransactions() {
        entries(1, true);
        read(end());
        told(0);
        told(1);
        ledger.beginTransaction();
        for (int record = 0; record < 1_500; record++) {
            tell(number, 0);
        }
        ledger.flush();
        ledger.abortTransaction();
        awaitEnd(new TopicPartition(Topics.PROGRESS.name(), number));
        assertThat(left()).isZero();
    }

    @Test
    void eachPartitionHasItsOwnPosition() {
        entries(1, true);
        read(end());
        ledger.beginTransaction();
        tell(PARTITIONS - 1, 1);
        ledger.commitTransaction();
        assertThat(left()).isEqualTo(2);
        told(1);
        Map<TopicPartition, Long> ends = Positions.highWatermarks(
                admin, List.of(journal, new TopicPartition(Topics.JOURNAL.name(), PARTITIONS - 1)));
        await("the position that is told").atMost(PATIENCE).until(() -> lag.total(Stage.LEDGER, ends) == 0);
    }

    @Test
    void aJournalWhoseBeginningWasDeletedIsLookedAtFromWhereItBegins() {
        entries(5, true);
        read(end());
        KafkaCalls.await(
                "delete records",
                admin.deleteRecords(Map.of(journal, RecordsToDelete.beforeOffset(3)))
                        .all());
        assertThat(left()).isEqualTo(3);
    }

    @Test
    void theGateHasFinishedWithWhatItHasRead() {
        TopicPartition control = new TopicPartition(Topics.CONTROL.name(), 0);
        ledger.beginTransaction();
        ledger.send(new ProducerRecord<>(Topics.CONTROL.name(), 0, "tick", new byte[1]));
        ledger.commitTransaction();
        Map<TopicPartition, Long> ends = Map.of(control, 2L);
        assertThat(lag.total(Stage.GATE, ends)).isEqualTo(2);
        commit(Stage.GATE, control, 2);
        assertThat(lag.total(Stage.GATE, ends)).isZero();
    }

    @Test
    void ofAHubThatDoesNotTellNothingIsFinishedButWhatIsEmpty() throws IOException {
        try (EmbeddedBroker older =
                EmbeddedBroker.start(Files.createDirectories(folder.resolve("older")), 0, List.of())) {
            Map<String, Object> there = Map.of("bootstrap.servers", older.bootstrapServers());
            TopicPartition full = new TopicPartition(Topics.JOURNAL.name(), 0);
            TopicPartition empty = new TopicPartition(Topics.JOURNAL.name(), 1);
            try (Admin asked = KafkaClients.admin(there);
                    Lag itsLag = new Lag(asked, there, REGISTRY);
                    Producer<String, byte[]> gate = KafkaClients.producer(there, Map.of())) {
                KafkaCalls.await(
                        "create a topic",
                        asked.createTopics(List.of(new NewTopic(full.topic(), 2, (short) 1)))
                                .all());
                gate.send(new ProducerRecord<>(full.topic(), full.partition(), "cluster", new byte[1]));
                gate.flush();
                KafkaCalls.await(
                        "commit",
                        asked.alterConsumerGroupOffsets(Stage.LEDGER.group(), Map.of(full, new OffsetAndMetadata(1)))
                                .all());

                assertThat(itsLag.of(Stage.LEDGER, Positions.highWatermarks(asked, List.of(full, empty))))
                        .isEqualTo(Map.of(full, 1L, empty, 0L));
            }
        }
    }

    private long left() {
        return lag.total(Stage.LEDGER, Positions.highWatermarks(admin, List.of(journal)));
    }

    private long end() {
        return Objects.requireNonNull(
                Positions.highWatermarks(admin, List.of(journal)).get(journal));
    }

    /** Entries of a transaction, behind which its mark comes. */
    private void entries(int count, boolean committed) {
        ledger.beginTransaction();
        for (int entry = 0; entry < count; entry++) {
            ledger.send(new ProducerRecord<>(journal.topic(), number, "cluster", new byte[1]));
        }
        ledger.flush();
        if (committed) {
            ledger.commitTransaction();
        } else {
            ledger.abortTransaction();
        }
        awaitEnd(journal);
    }

    /** Kafka writes the mark of a transaction after it has said that it is over. */
    private void awaitEnd(TopicPartition partition) {
        await("the end of the transaction").atMost(PATIENCE).until(() -> Positions.lastStable(admin, List.of(partition))
                .equals(Positions.highWatermarks(admin, List.of(partition))));
    }

    /** As Kafka Streams does, over marks and aborted entries. */
    private void read(long offset) {
        commit(Stage.LEDGER, journal, offset);
    }

    private void commit(Stage stage, TopicPartition partition, long offset) {
        KafkaCalls.await(
                "commit",
                admin.alterConsumerGroupOffsets(stage.group(), Map.of(partition, new OffsetAndMetadata(offset)))
                        .all());
    }

    private void told(long position) {
        ledger.beginTransaction();
        tell(number, position);
        ledger.commitTransaction();
        awaitEnd(new TopicPartition(Topics.PROGRESS.name(), number));
    }

    private void tell(int partition, long position) {
        Topic<Progress> topic = Topics.PROGRESS;
        byte[] value = avro.write(topic.subject(), new Progress(partition, position, null));
        ledger.send(new ProducerRecord<>(topic.name(), partition, Integer.toString(partition), value));
    }
}

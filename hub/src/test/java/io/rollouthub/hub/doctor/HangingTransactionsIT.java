package io.rollouthub.hub.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.embedded.LocalHub;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Positions;
import io.rollouthub.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.coordinator.transaction.TransactionLog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A transaction that Kafka has lost, in the journal of a real broker. */
class HangingTransactionsIT {
    private static final String LOST = "rollout-gate-lost";
    private static final TopicPartition HELD = new TopicPartition(Topics.JOURNAL.name(), 1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Tag("full")
    @Test
    void theDoctorFindsItAndEndsItWhenToldToAndLeavesTheOthersAlone() throws Exception {
        Producer<String, byte[]> lost;
        try (LocalHub hub = LocalHub.start(folder)) {
            Cli apply = Cli.on(hub.connection(), "admin", "apply", "--programme", "../examples/npfit/programme.yaml");
            assertThat(apply.exitCode()).as(apply.err()).isZero();
            lost = writing(hub.connection(), LOST, 1);
            lose(hub.connection());
        }
        lost.close(Duration.ZERO);

        try (LocalHub hub = LocalHub.start(folder);
                Producer<String, byte[]> other = writing(hub.connection(), "rollout-gate-other", 2);
                Admin admin = KafkaClients.admin(hub.connection().client())) {
            assertThat(Positions.lastStable(admin, List.of(HELD))).containsEntry(HELD, 0L);

            assertThat(Cli.on(hub.connection(), "doctor").out())
                    .contains(
                            "hangs in rollout.journal-1 from offset 0: nobody will end it",
                            "-> Run 'rollout doctor --mend', which ends it; what it wrote is dropped. Then publish again")
                    .doesNotContain("rollout.journal-2");
            assertThat(Positions.lastStable(admin, List.of(HELD))).containsEntry(HELD, 0L);

            assertThat(Cli.on(hub.connection(), "doctor", "--mend").out())
                    .contains("MENDED transaction of producer", "has been ended in rollout.journal-1 from offset 0");
            assertThat(Positions.lastStable(admin, List.of(HELD)))
                    .isEqualTo(Positions.highWatermarks(admin, List.of(HELD)));

            assertThat(Cli.on(hub.connection(), "doctor").out()).contains("ok     transactions: none hangs");
            other.commitTransaction();
        }
    }

    /** A transaction that is open in a partition of the journal. */
    private static Producer<String, byte[]> writing(Connection hub, String transactionalId, int partition) {
        Producer<String, byte[]> producer =
                KafkaClients.producer(hub.client(), Map.of("transactional.id", transactionalId));
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(Topics.JOURNAL.name(), partition, "key", new byte[1]));
        producer.flush();
        return producer;
    }

    /** Has the coordinator forget it at the next start, as a client may that Kafka takes for its own. */
    private static void lose(Connection hub) throws Exception {
        Map<String, Object> properties =
                Map.of("bootstrap.servers", hub.bootstrapServers(), "client.id", "__admin_client");
        try (Producer<byte[], byte[]> kafkas =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] key = Objects.requireNonNull(TransactionLog.keyToBytes(LOST));
            kafkas.send(new ProducerRecord<>(Topic.TRANSACTION_STATE_TOPIC_NAME, 0, key, null))
                    .get(30, TimeUnit.SECONDS);
        }
    }
}

package io.rollouthub.runtime;

import io.rollouthub.reader.Stage;
import io.rollouthub.topology.Arrival;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The properties of the two Kafka Streams applications, and of those that they are compared with. */
public final class StreamsProperties {
    private static final int LARGEST_RECORD = 2 * 1024 * 1024;

    /** The shortest that a broker allows unless it is told otherwise ({@code group.min.session.timeout.ms}). */
    private static final int SESSION_MS = 6_000;

    /** With its next one a member learns that the group has lost another. */
    private static final int HEARTBEAT_MS = 500;

    /**
     * No step takes as long as a second; a commit of one may. Whoever takes over from a killed instance waits for the end of
     * its transaction: the broker looks for such every now and then, so this is less than {@link #SESSION_MS} for both to be
     * over at about the same time.
     */
    private static final int TRANSACTION_MS = 5_000;

    /** Longer than a view of the topics is old. */
    private static final int MOST_BLOCKED_MS = 10_000;

    private StreamsProperties() {}

    static Properties gate(HubSettings settings) {
        Properties properties = common(Stage.GATE.group(), settings);
        // A replay has written all its records before the gate starts and wants them by timestamp at once; in live use
        // waiting for the partitions that lag keeps a task with many topics fast.
        properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, settings.arrival() == Arrival.REPLAY_HEADER ? 0L : -1L);
        // Into a topic that was deleted a moment ago nobody can write; then it is known by now, and its records are
        // parked.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_BLOCK_MS_CONFIG), MOST_BLOCKED_MS);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.gateThreads());
        properties.putAll(settings.kafkaOf(Stage.GATE));
        return properties;
    }

    static Properties ledger(HubSettings settings) {
        Properties properties = common(Stage.LEDGER.group(), settings);
        properties.put(
                StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.ledger().threads());
        properties.put(
                StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.ledger().standbys());
        properties.putAll(settings.kafkaOf(Stage.LEDGER));
        return properties;
    }

    /** What bounds the time for which an instance that dies is missed. */
    public static Patience patience(HubSettings settings) {
        Properties ledger = ledger(settings);
        return new Patience(
                milliseconds(ledger, StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG)),
                milliseconds(ledger, StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG)));
    }

    private static Duration milliseconds(Properties properties, String name) {
        return Duration.ofMillis(Long.parseLong(String.valueOf(properties.get(name))));
    }

    /** What both have in common, for any application of Kafka Streams. */
    public static Properties common(String application, HubSettings settings) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic"); // the new one refuses patterns of topics
        // In live use that is behind a backlog: CommitPace asks for commits before. Whoever replays looks on.
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.arrival() == Arrival.REPLAY_HEADER ? 100L : 1_000L);
        properties.put(StreamsConfig.POLL_MS_CONFIG, 10L);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(
                StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) settings.layout().replicas());
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.METADATA_MAX_AGE_CONFIG),
                5_000); // a new supplier's topic is found by then
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MS);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MS);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), 50);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 5_000);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_RECORD);
        // The changelogs too, whatever the broker's default: what a store keeps can be as large as what is published.
        properties.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), LARGEST_RECORD);
        // While the last transaction is being ended a broker refuses the first batch of the next one; with
        // more requests under way those behind it would come out of order and be refused too, each after a back-off.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 131_072);
        // The one codec that every client of Kafka can read: some have no other.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "gzip");
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_GZIP_LEVEL_CONFIG), 1);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_MS);
        return properties;
    }
}

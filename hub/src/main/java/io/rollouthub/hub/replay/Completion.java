package io.rollouthub.hub.replay;

import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.Stage;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.topic.Topics;
import java.util.Collection;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows by committed offsets whether gate and ledger have done all there is to do; never by quiet time. The partitions are
 * those that a replay has made, so that Kafka need not be asked for them between any two events.
 */
final class Completion implements AutoCloseable {
    private final Admin admin;
    private final int journalPartitions;

    Completion(HubSettings settings) {
        admin = KafkaClients.admin(settings.clientProperties());
        journalPartitions = settings.layout().partitions();
    }

    /** How much the gate has yet to judge on these topics and the control topic. */
    long leftForGate(Collection<String> supplierTopics) {
        return left(
                Stage.GATE,
                Stream.concat(supplierTopics.stream(), Stream.of(Topics.CONTROL.name()))
                        .map(topic -> new TopicPartition(topic, 0)));
    }

    /** How much of the journal as it is now the ledger has yet to apply. */
    long leftForLedger() {
        return left(
                Stage.LEDGER,
                IntStream.range(0, journalPartitions)
                        .mapToObj(partition -> new TopicPartition(Topics.JOURNAL.name(), partition)));
    }

    private long left(Stage stage, Stream<TopicPartition> inputs) {
        return stage.totalLag(admin, Positions.fullEnds(admin, inputs.toList()));
    }

    @Override
    public void close() {
        admin.close();
    }
}

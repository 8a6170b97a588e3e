package io.rollouthub.reader;

import io.rollouthub.output.Progress;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * How far gate and ledger are behind what was there; whether one has finished is decided here alone. For one thread.
 *
 * <p>The gate has finished when its committed offsets are at the end. The ledger commits what it has read before all figures
 * of it are out, and tells the position up to which they are: it has finished with a partition of the journal when it has
 * read it, and from that position on no entry stands there. What may stand there are marks of transactions and entries of
 * aborted ones, so it is looked at; mostly that is a mark, or the first of the entries that are waited for.
 */
public final class Lag implements AutoCloseable {
    private final Admin admin;
    private final PartitionLook look;
    private final HubRecord.Decoder decoder;

    /** @param client properties of any client of the hub's Kafka; the admin stays its owner's to close */
    public Lag(Admin admin, Map<String, Object> client, SchemaRegistry registry) {
        this.admin = admin;
        look = new PartitionLook(client);
        decoder = new HubRecord.Decoder(registry);
    }

    /**
     * How many records of each partition a stage has yet to take in before these ends, and the ledger to publish the figures
     * of; 0 if it has finished with them, all of them if it has never run.
     *
     * @param ends of what the stage reads
     * @throws io.rollouthub.registry.RegistryUnavailableException if what the ledger tells cannot be read
     */
    public Map<TopicPartition, Long> of(Stage stage, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> lag = stage.unread(admin, ends);
        if (stage == Stage.LEDGER) {
            Map<TopicPartition, Long> read = new HashMap<>(ends);
            read.entrySet().removeIf(end -> end.getValue() == 0 || !Objects.equals(lag.get(end.getKey()), 0L));
            unpublished(read)
                    .forEach((partition, first) -> lag.put(partition, PartitionLook.at(ends, partition) - first));
        }
        return lag;
    }

    /** The same of all partitions together: 0 if it has finished with what was there. */
    public long total(Stage stage, Map<TopicPartition, Long> ends) {
        return of(stage, ends).values().stream().mapToLong(Long::longValue).sum();
    }

    /** Of partitions that have been read to these ends: the first entry of which figures may be yet to come. */
    private Map<TopicPartition, Long> unpublished(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> from = new HashMap<>();
        if (!ends.isEmpty()) {
            Map<Integer, Long> positions = positions();
            ends.forEach((partition, end) -> from.put(partition, positions.getOrDefault(partition.partition(), 0L)));
            from.entrySet().removeIf(position -> position.getValue() >= PartitionLook.at(ends, position.getKey()));
        }
        Map<TopicPartition, Long> first = new HashMap<>();
        if (!from.isEmpty()) {
            look.first(from, ends).forEach((partition, record) -> first.put(partition, record.offset()));
        }
        return first;
    }

    /** The last that the ledger has told by partition of the journal; nothing in a hub of before it told. */
    private Map<Integer, Long> positions() {
        String topic = Topics.PROGRESS.name();
        return !KafkaClients.topics(admin).contains(topic)
                ? Map.of()
                : look
                        .last(Positions.partitions(admin, List.of(topic)), record ->
                                (Progress) decoder.read(record).value())
                        .values()
                        .stream()
                        .collect(Collectors.toMap(Progress::getPartition, Progress::getPosition));
    }

    @Override
    public void close() {
        look.close();
    }
}

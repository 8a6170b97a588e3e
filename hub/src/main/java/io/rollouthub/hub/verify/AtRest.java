package io.rollouthub.hub.verify;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Lag;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.Stage;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * A moment of one partition at which the results are those of all entries before a position, and of no others: all figures
 * were out, and the ledger had begun nothing else.
 *
 * @param position in the journal
 * @param ends of the partition of each topic of results
 */
record AtRest(long position, Map<TopicPartition, Long> ends) {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Where nobody runs the ledger no more comes than the end of a transaction. */
    private static final Duration STOPPED = Duration.ofSeconds(10);

    /** By partition of the journal, such a moment of each that the ledger has begun. */
    static SortedMap<Integer, AtRest> await(Connection hub) throws InterruptedException {
        SortedMap<Integer, AtRest> found = new TreeMap<>();
        try (Admin admin = KafkaClients.admin(hub.client());
                Lag lag = new Lag(admin, hub.client(), hub.registry())) {
            List<TopicPartition> results = results(admin);
            Duration patience = Stage.LEDGER.members(admin) > 0 ? PATIENCE : STOPPED;
            long over = System.nanoTime() + patience.toNanos();
            while (true) {
                Map<TopicPartition, Long> read = read(admin);
                read.keySet().removeIf(partition -> found.containsKey(partition.partition()));
                if (read.isEmpty()) {
                    return found;
                }
                if (System.nanoTime() - over > 0) {
                    throw restless(read);
                }
                look(admin, lag, read, results, found);
                TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            }
        }
    }

    private static void look(
            Admin admin,
            Lag lag,
            Map<TopicPartition, Long> read,
            List<TopicPartition> results,
            Map<Integer, AtRest> found) {
        // In this order: what is read before it is known that the ledger rests is what it was when that began.
        Map<TopicPartition, Long> ends = Positions.highWatermarks(admin, results);
        Map<TopicPartition, Long> committedEnds = Positions.lastStable(admin, results);
        Map<TopicPartition, Long> left = lag.of(Stage.LEDGER, read);
        Map<TopicPartition, Long> again = read(admin);
        read.forEach((partition, position) -> {
            Map<TopicPartition, Long> own = new HashMap<>(ends);
            own.keySet().removeIf(result -> result.partition() != partition.partition());
            boolean isOpen =
                    own.entrySet().stream().anyMatch(end -> !end.getValue().equals(committedEnds.get(end.getKey())));
            if (!isOpen && left.getOrDefault(partition, 1L) == 0 && position.equals(again.get(partition))) {
                found.put(partition.partition(), new AtRest(position, own));
            }
        });
    }

    private static List<TopicPartition> results(Admin admin) {
        return Positions.partitions(
                admin, Topics.OUTPUTS.stream().map(topic -> topic.name()).toList());
    }

    /** How far the ledger has read each partition that it has begun. */
    private static Map<TopicPartition, Long> read(Admin admin) {
        Map<TopicPartition, Long> read = new HashMap<>();
        Stage.committed(admin, Stage.LEDGER.group()).forEach((partition, at) -> {
            if (at != null && at.offset() > 0) {
                read.put(partition, at.offset());
            }
        });
        return read;
    }

    private static RolloutException restless(Map<TopicPartition, Long> read) {
        List<Integer> partitions =
                read.keySet().stream().map(TopicPartition::partition).sorted().toList();
        return new RolloutException(
                "The ledger does not come to rest in partitions " + partitions + " of the journal.",
                "If nobody runs the hub, start it and let it tell all figures; else verify when fewer reports come.");
    }
}

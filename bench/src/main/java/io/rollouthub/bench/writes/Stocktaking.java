package io.rollouthub.bench.writes;

import io.rollouthub.bench.ground.Turn;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Counts what is in all topics but the suppliers' own; ticks are not counted, as no report makes one. */
public final class Stocktaking {
    private final SortedMap<String, Written> topics = new TreeMap<>();
    private long reports;

    private Stocktaking() {}

    /** Of nothing. */
    public static Stocktaking none() {
        return new Stocktaking();
    }

    /** Reads all topics from end to end. */
    public static Stocktaking of(Turn turn) {
        Stocktaking taken = new Stocktaking();
        Admin admin = turn.ground().admin();
        List<String> names = KafkaClients.topics(admin).stream()
                .filter(name -> !SupplierTopics.ALL_IN.matcher(name).matches())
                .sorted()
                .toList();
        try (TopicReader reader = new TopicReader(turn.ground().client(), names)) {
            reader.readToEnd(taken::count);
        }
        KafkaCalls.await(
                        "tell how much is on its disk",
                        admin.describeLogDirs(List.of(1)).allDescriptions())
                .values()
                .forEach(dirs -> dirs.values().forEach(dir -> dir.replicaInfos().forEach((partition, replica) -> {
                    if (names.contains(partition.topic())) {
                        taken.add(partition.topic(), new Written(0, 0, replica.size()));
                    }
                })));
        return taken;
    }

    private void count(ConsumerRecord<String, byte[]> record) {
        if (Topics.TICK_KEY.equals(record.key())) {
            return;
        }
        long headers = 0;
        for (var header : record.headers()) {
            headers += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        add(
                record.topic(),
                new Written(
                        1,
                        Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize()) + headers,
                        0));
        if (record.topic().equals(Topics.JOURNAL.name())) {
            reports++;
        }
    }

    private void add(String topic, Written more) {
        topics.merge(topic, more, Written::plus);
    }

    /** How many entries of the journal are no ticks. */
    public long reports() {
        return reports;
    }

    /** What was added since an earlier one. */
    public Map<String, Written> since(Stocktaking earlier) {
        SortedMap<String, Written> since = new TreeMap<>();
        topics.forEach(
                (topic, now) -> since.put(topic, now.minus(earlier.topics.getOrDefault(topic, Written.NOTHING))));
        return since;
    }

    /** All together. */
    public static Written sum(Map<String, Written> written) {
        return written.values().stream().reduce(Written.NOTHING, Written::plus);
    }
}

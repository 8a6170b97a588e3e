package io.rollouthub.runtime;

import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.Stage;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.state.Seal;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.BrokenSealException;
import io.rollouthub.topology.LedgerStores;
import io.rollouthub.topology.RowHash;
import io.rollouthub.topology.Seals;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Holds what Kafka keeps of the ledger's state against its seals, all of it read once. For when nobody runs the ledger: while
 * somebody does he has done so himself, and each commit moves it on.
 */
public final class SealCheck {
    private final Map<String, Object> client;
    private final SchemaRegistry registry;

    /** By partition, the sums of the rows by store. */
    private final Map<Integer, Map<String, Long>> sums = new TreeMap<>();

    /** @param client properties of any client of the hub's Kafka */
    public SealCheck(Map<String, Object> client, SchemaRegistry registry) {
        this.client = client;
        this.registry = registry;
    }

    /** The topic on which Kafka Streams keeps a store of the ledger's. */
    static String changelog(String store) {
        return Stage.LEDGER.group() + "-" + store + "-changelog";
    }

    /** Whether there are topics of the ledger's stores. */
    static boolean isAny(Set<String> topics) {
        return topics.stream().anyMatch(topic -> topic.startsWith(Stage.LEDGER.group() + "-"));
    }

    /** What is wrong with the first partition with which anything is; null: nothing. Changes nothing. */
    public @Nullable BrokenSealException look() {
        Collection<TopicPartition> begun;
        Set<String> topics;
        Map<TopicPartition, Long> ends;
        try (Admin admin = KafkaClients.admin(client)) {
            begun = Stage.LEDGER.begun(admin);
            topics = KafkaClients.topics(admin);
            ends = begun.isEmpty() || !topics.contains(Topics.JOURNAL.name())
                    ? Map.of()
                    : Positions.highWatermarks(admin, begun);
        }
        if (begun.isEmpty()) {
            return null;
        }
        begun.forEach(partition -> sums.put(partition.partition(), new TreeMap<>()));
        LedgerStores.sealed().forEach(store -> add(store, topics.contains(changelog(store))));
        Map<Integer, Seal> seals = topics.contains(changelog(Seals.STORE.name())) ? seals() : Map.of();
        BrokenSealException broken = null;
        for (Map.Entry<Integer, Map<String, Long>> one : sums.entrySet()) {
            int partition = one.getKey();
            Seal seal = seals.get(partition);
            if (broken == null) {
                broken = Seals.compare(partition, seal, one.getValue(), () -> true);
            }
            Long end = ends.get(new TopicPartition(Topics.JOURNAL.name(), partition));
            if (broken == null && seal != null && end != null) {
                broken = Seals.compare(partition, seal, end);
            }
        }
        return broken;
    }

    /** Adds up the rows that a store would be restored to. */
    private void add(String store, boolean isThere) {
        sums.values().forEach(of -> of.put(store, 0L));
        if (!isThere) {
            return;
        }
        Map<Integer, Map<Long, Long>> rows = new HashMap<>(); // hashes alone, as there may be many
        try (TopicReader reader = new TopicReader(client, List.of(changelog(store)))) {
            reader.readToEnd(record -> {
                Map<String, Long> of = sums.get(record.partition());
                if (of != null) {
                    byte[] key = record.key().getBytes(StandardCharsets.UTF_8);
                    Map<Long, Long> ofPartition = rows.computeIfAbsent(record.partition(), any -> new HashMap<>());
                    Long before = record.value() == null
                            ? ofPartition.remove(RowHash.ofKey(key))
                            : ofPartition.put(RowHash.ofKey(key), RowHash.of(key, record.value()));
                    long now = record.value() == null ? 0 : RowHash.of(key, record.value());
                    of.merge(store, now - (before == null ? 0 : before), Long::sum);
                }
            });
        }
    }

    private Map<Integer, Seal> seals() {
        try (Deserializer<Seal> seals = AvroSerde.deserializer(Seals.STORE, registry)) {
            return OneValueChangelog.read(client, changelog(Seals.STORE.name()), seals);
        }
    }
}

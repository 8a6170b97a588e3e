package io.rollouthub.bench.faults;

import io.rollouthub.check.Reason;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.Parked;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.HubTopics;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.LatestValues;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.reader.rejected.RejectedRecord;
import io.rollouthub.report.OriginKey;
import io.rollouthub.topic.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What became of each record of the suppliers that count: how often it stands in the journal, how often the gate has refused it,
 * and why gate or ledger have.
 */
record Judged(
        Set<OriginKey> published,
        Map<OriginKey, Integer> accepted,
        Map<OriginKey, Integer> refused,
        Map<OriginKey, String> reasons) {

    /** Reads all of it, as one who reads what is committed. */
    static Judged read(Connection hub, List<String> inputs) {
        Judged judged = new Judged(new HashSet<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        try (Admin admin = KafkaClients.admin(hub.client())) {
            read(
                    hub,
                    inputs,
                    record -> judged.published.add(new OriginKey(record.topic(), record.partition(), record.offset())));
            RejectedRecord.Decoder decoder = new RejectedRecord.Decoder(hub.registry());
            read(hub, HubTopics.rejected(KafkaClients.topics(admin)), record -> {
                var why = decoder.read(record).what().why();
                judged.reasons.put(
                        OriginKey.of(why.origin()), why.refusal().reason().name());
                if (!why.refusal().reason().isByLedger()) {
                    judged.refused.merge(OriginKey.of(why.origin()), 1, Integer::sum);
                }
            });
        }
        LatestValues.of(Topics.PARKED, hub.client(), hub.registry()).values().stream()
                .filter(Parked::getParked)
                .forEach(judged::parked);
        new HubReader(hub).journal((partition, entry) -> {
            if (Entry.of(entry) instanceof Entry.ReportEntry report && report.origin() != null) {
                judged.accepted.merge(OriginKey.of(report.origin()), 1, Integer::sum);
            }
        });
        return judged;
    }

    /** What the ledger has refused stands in the journal all the same. */
    private void parked(Parked one) {
        OriginKey place = new OriginKey(one.getTopic(), one.getPartition(), one.getOffset());
        String reason = String.valueOf(one.getReason());
        reasons.putIfAbsent(place, reason);
        if (!Reason.valueOf(reason).isByLedger()) {
            refused.putIfAbsent(place, 1);
        }
    }

    private static void read(Connection hub, List<String> topics, Consumer<ConsumerRecord<String, byte[]>> sink) {
        try (TopicReader reader = new TopicReader(hub.client(), topics)) {
            reader.readToEnd(sink);
        }
    }

    /** How often a record was judged. */
    int times(OriginKey place) {
        return accepted.getOrDefault(place, 0) + refused.getOrDefault(place, 0);
    }

    /** Records that Kafka took and does not have. */
    List<OriginKey> vanished(Set<OriginKey> taken) {
        return taken.stream().filter(place -> !published.contains(place)).toList();
    }

    /** Records that nobody has judged, but for those of whom that cannot be known any more. */
    List<OriginKey> lost(Set<OriginKey> unknowable) {
        return published.stream()
                .filter(place -> times(place) == 0 && !unknowable.contains(place))
                .toList();
    }

    List<OriginKey> doubled() {
        return published.stream().filter(place -> times(place) > 1).toList();
    }

    /** Records that stand where they should not: what is right refused, what is wrong in the journal. */
    List<OriginKey> misjudged(Map<OriginKey, Boolean> passes) {
        List<OriginKey> wrong = new ArrayList<>();
        passes.forEach((place, right) -> {
            if (right ? refused.containsKey(place) : accepted.containsKey(place)) {
                wrong.add(place);
            }
        });
        return wrong;
    }
}

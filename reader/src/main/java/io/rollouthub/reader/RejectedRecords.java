package io.rollouthub.reader;

import io.rollouthub.journal.Origin;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.reader.rejected.RejectedRecord;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads rejected records from their topics; and which of them were sent again, from the suppliers'. */
public final class RejectedRecords {
    private final Connection hub;
    private final RejectedRecord.Decoder decoder;
    private final Set<String> topics;

    public RejectedRecords(Connection hub) {
        this.hub = hub;
        decoder = new RejectedRecord.Decoder(hub.registry());
        try (Admin admin = KafkaClients.admin(hub.client())) {
            topics = KafkaClients.topics(admin);
        }
    }

    /**
     * All of a supplier (null: of everybody) in the order in which they came. What a reset ledger has rejected once more stands
     * there once.
     */
    public List<RejectedRecord> all(@Nullable String supplier) {
        List<RejectedRecord> all = new ArrayList<>();
        Set<RejectionHeaders> seen = new HashSet<>();
        read(HubTopics.rejected(topics), record -> {
            RejectedRecord one = decoder.read(record);
            if (seen.add(one.what().why())
                    && (supplier == null || supplier.equals(one.what().supplier()))) {
                all.add(one);
            }
        });
        all.sort(Comparator.comparing(RejectedRecord::what, Rejected.ARRIVAL));
        return all;
    }

    /** The places of those records that were sent again, as topic:partition:offset. */
    public Set<String> sentAgain(Collection<RejectedRecord> rejected) {
        Map<String, RejectedRecord> byPlace =
                rejected.stream().collect(Collectors.toMap(RejectedRecord::place, one -> one));
        Set<String> places = new HashSet<>();
        read(HubTopics.ofSuppliers(topics), record -> {
            String place = RejectedRecord.placeIn(record.headers());
            RejectedRecord one = place == null ? null : byPlace.get(place);
            if (one != null && one.isSentAgainAs(record, decoder)) {
                places.add(one.place());
            }
        });
        return places;
    }

    private void read(Collection<String> from, Consumer<ConsumerRecord<String, byte[]>> sink) {
        try (TopicReader reader = new TopicReader(hub.client(), from)) {
            reader.readToEnd(sink);
        }
    }

    /** The record of a supplier at a place of its rejected topic, or of the one of unknown suppliers; null if there is none. */
    public @Nullable RejectedRecord at(String supplier, int partition, long offset) {
        for (String topic : List.of(SupplierTopics.rejected(supplier), SupplierTopics.REJECTED_UNKNOWN)) {
            if (topics.contains(topic)) {
                try (TopicReader reader = new TopicReader(hub.client(), List.of(topic))) {
                    ConsumerRecord<String, byte[]> there = reader.at(new TopicPartition(topic, partition), offset);
                    RejectedRecord one = there == null ? null : decoder.read(there);
                    if (one != null && supplier.equals(one.what().supplier())) {
                        return one;
                    }
                }
            }
        }
        return null;
    }

    /** Whether a record was sent again; that can only be behind where it came from. */
    public boolean wasSentAgain(RejectedRecord rejected) {
        Origin origin = rejected.what().why().origin();
        if (!topics.contains(origin.getTopic())) {
            return false;
        }
        boolean[] found = {false};
        try (TopicReader reader = new TopicReader(hub.client(), List.of(origin.getTopic()))) {
            reader.seek(new TopicPartition(origin.getTopic(), origin.getPartition()), origin.getOffset());
            reader.readToEnd(record -> found[0] |= rejected.isSentAgainAs(record, decoder));
        }
        return found[0];
    }
}

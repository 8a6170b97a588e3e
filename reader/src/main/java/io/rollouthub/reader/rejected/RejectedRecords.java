package io.rollouthub.reader.rejected;

import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads what was refused, from the rejected topics; and which of it was sent again, from the suppliers'. */
public final class RejectedRecords {
    private final Connection hub;
    private final RefusedEvents events;

    public RejectedRecords(Connection hub) {
        this.hub = hub;
        events = new RefusedEvents(hub.registry());
    }

    /**
     * All that was refused, in the order in which it came. What a reset ledger has refused once more stands there once.
     *
     * @param supplier whose records; null: everybody's
     */
    public List<RejectedRecord> read(@Nullable String supplier) {
        Set<String> topics = names();
        Set<String> redriven = new HashSet<>();
        read(topics.stream().filter(SupplierTopics.ALL_IN.asMatchPredicate()).toList(), record -> {
            String of = RedriveMark.in(record.headers());
            if (of != null) {
                redriven.add(of);
            }
        });
        List<RejectedRecord> all = new ArrayList<>();
        Set<RejectionHeaders> seen = new HashSet<>();
        read(topics.stream().filter(SupplierTopics::isRejected).toList(), record -> {
            RejectedRecord one = of(record, redriven.contains(RedriveMark.placeOf(record)));
            if (seen.add(one.what().why())
                    && (supplier == null || supplier.equals(one.what().supplier()))) {
                all.add(one);
            }
        });
        List<Rejected> order =
                Rejected.inOrder(all.stream().map(RejectedRecord::what).toList());
        all.sort((one, other) -> Integer.compare(order.indexOf(one.what()), order.indexOf(other.what())));
        return all;
    }

    private Set<String> names() {
        try (Admin admin = Admin.create(hub.client())) {
            return KafkaCalls.await("list topics", admin.listTopics().names());
        }
    }

    private void read(Collection<String> topics, Consumer<ConsumerRecord<String, byte[]>> sink) {
        if (!topics.isEmpty()) {
            try (TopicReader records = new TopicReader(hub.client(), topics)) {
                records.readToEnd(sink);
            }
        }
    }

    private RejectedRecord of(ConsumerRecord<String, byte[]> record, boolean redriven) {
        SpecificRecord event = events.read(record.value());
        return new RejectedRecord(record, Rejected.of(event, RejectionHeaders.of(record.headers())), event, redriven);
    }
}

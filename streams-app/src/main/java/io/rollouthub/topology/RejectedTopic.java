package io.rollouthub.topology;

import io.rollouthub.check.Reason;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** Where a rejected record goes: to its supplier's rejected topic, from a topic of no supplier to the one for strays. */
final class RejectedTopic<K, V> implements TopicNameExtractor<K, V> {

    @Override
    public String extract(K key, V value, RecordContext context) {
        RejectionHeaders why = RejectionHeaders.of(context.headers());
        return why.refusal().reason() == Reason.UNKNOWN_SUPPLIER
                ? SupplierTopics.REJECTED_UNKNOWN
                : SupplierTopics.rejected(SupplierTopics.supplierOf(why.origin().getTopic()));
    }
}

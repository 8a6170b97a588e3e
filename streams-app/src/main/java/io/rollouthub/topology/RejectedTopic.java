package io.rollouthub.topology;

import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** Where a rejected record goes: to the rejected topic of the supplier on whose topic it came. */
final class RejectedTopic<K, V> implements TopicNameExtractor<K, V> {

    @Override
    public String extract(K key, V value, RecordContext context) {
        return SupplierTopics.rejected(SupplierTopics.supplierOf(
                RejectionHeaders.of(context.headers()).origin().getTopic()));
    }
}

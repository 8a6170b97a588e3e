package io.rollouthub.topology;

import io.rollouthub.check.Reason;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** Where a refused record goes: to its supplier's rejected topic, from a topic of no supplier to the one for strays. */
final class RejectedTopic implements TopicNameExtractor<byte[], byte[]> {

    @Override
    public String extract(byte[] key, byte[] value, RecordContext context) {
        Reason reason = RejectionHeaders.of(context.headers()).refusal().reason();
        return reason == Reason.UNKNOWN_SUPPLIER
                ? SupplierTopics.REJECTED_UNKNOWN
                : SupplierTopics.rejected(SupplierTopics.supplierOf(context.topic()));
    }
}

package io.rollouthub.reader.rejected;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record of a rejected topic.
 *
 * @param what it says of itself
 * @param event as far as it could be decoded; null if not at all
 * @param redriven whether it has been sent again
 */
public record RejectedRecord(
        ConsumerRecord<String, byte[]> record,
        Rejected what,
        @Nullable SpecificRecord event,
        boolean redriven) {

    /** Where it stands on its rejected topic, as {@code partition:offset}. */
    public String place() {
        return record.partition() + ":" + record.offset();
    }
}

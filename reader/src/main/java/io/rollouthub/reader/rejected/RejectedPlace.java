package io.rollouthub.reader.rejected;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Where a rejected record stands. */
public record RejectedPlace(String topic, int partition, long offset) {
    static RejectedPlace of(ConsumerRecord<?, ?> record) {
        return new RejectedPlace(record.topic(), record.partition(), record.offset());
    }

    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    /** As people name it, beside its supplier: {@code partition:offset}. */
    public String onTopic() {
        return partition + ":" + offset;
    }

    /** {@code topic:partition:offset}. */
    @Override
    public String toString() {
        return topic + ":" + onTopic();
    }
}

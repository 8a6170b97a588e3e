package io.rollouthub.producer;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;

/** Kafka's own mock of a consumer, which waits for records as a real one does. */
final class FakeConsumer extends MockConsumer<String, byte[]> {

    FakeConsumer() {
        super("earliest");
    }

    @Override
    public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
        Deadline deadline = Deadline.in(timeout);
        ConsumerRecords<String, byte[]> records = super.poll(timeout);
        while (records.isEmpty() && !deadline.isOver()) {
            try {
                wait(deadline.left().toMillis() + 1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return records;
            }
            records = super.poll(timeout);
        }
        return records;
    }

    @Override
    public synchronized void addRecord(ConsumerRecord<String, byte[]> record) {
        super.addRecord(record);
        notifyAll();
    }

    @Override
    public synchronized void setPollException(KafkaException exception) {
        super.setPollException(exception);
        notifyAll();
    }

    @Override
    public synchronized void wakeup() {
        super.wakeup();
        notifyAll();
    }
}

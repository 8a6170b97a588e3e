package io.rollouthub.runtime;

import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Kafka Streams' own clients, whose producers tell when they have been fenced; it goes on by itself then and tells nobody. The
 * gate's consumers leave topics out that may not be read.
 */
final class FencedClients extends DefaultKafkaClientSupplier {
    private final Runnable fenced;
    private final @Nullable UnreadableTopics unreadable;

    /** @param unreadable null: nothing is left out */
    FencedClients(Runnable fenced, @Nullable UnreadableTopics unreadable) {
        this.fenced = fenced;
        this.unreadable = unreadable;
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return unreadable == null ? super.getConsumer(config) : new GateConsumer(config, unreadable);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new Telling(config, fenced);
    }

    /** Another one takes its place when it has been fenced, so it tells once. */
    private static final class Telling extends KafkaProducer<byte[], byte[]> {
        private final Runnable fenced;
        private final AtomicBoolean told = new AtomicBoolean();

        Telling(Map<String, Object> config, Runnable fenced) {
            super(config, new ByteArraySerializer(), new ByteArraySerializer());
            this.fenced = fenced;
        }

        private void look(@Nullable Exception error) {
            for (Throwable cause = error; cause != null; cause = cause.getCause()) {
                boolean is = cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException;
                if (is && told.compareAndSet(false, true)) {
                    fenced.run();
                }
            }
        }

        private void telling(Runnable call) {
            try {
                call.run();
            } catch (RuntimeException e) {
                look(e);
                throw e;
            }
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
            return super.send(record, (metadata, error) -> {
                look(error);
                callback.onCompletion(metadata, error);
            });
        }

        @Override
        public void sendOffsetsToTransaction(
                Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
            telling(() -> super.sendOffsetsToTransaction(offsets, group));
        }

        @Override
        public void beginTransaction() {
            telling(super::beginTransaction);
        }

        @Override
        public void commitTransaction() {
            telling(super::commitTransaction);
        }
    }
}

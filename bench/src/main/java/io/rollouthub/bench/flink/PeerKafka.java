package io.rollouthub.bench.flink;

import io.rollouthub.bench.contender.PeerArguments;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Where the peer reads and writes: the suppliers' topics, and its own in one transaction a checkpoint and slot. */
final class PeerKafka {
    private PeerKafka() {}

    static KafkaSource<Arrived> source(PeerArguments arguments, String group) {
        return KafkaSource.<Arrived>builder()
                .setBootstrapServers(arguments.bootstrapServers())
                .setTopics(arguments.topics())
                .setGroupId(group)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new Reports())
                .setProperty("fetch.max.wait.ms", "50")
                .setProperty("max.poll.records", "5000")
                .build();
    }

    static KafkaSink<PeerRow> sink(PeerArguments arguments, String group) {
        KafkaRecordSerializationSchema<PeerRow> records = (row, context, timestamp) ->
                new ProducerRecord<>(row.topic, row.key.getBytes(StandardCharsets.UTF_8), row.value);
        return KafkaSink.<PeerRow>builder()
                .setBootstrapServers(arguments.bootstrapServers())
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(group)
                .setRecordSerializer(records)
                .setProperty("transaction.timeout.ms", "60000")
                .setProperty("linger.ms", "5")
                .setProperty("batch.size", "131072")
                .build();
    }

    /** Passes records on as they are, with where and when they came. */
    private static final class Reports implements KafkaRecordDeserializationSchema<Arrived> {
        private static final long serialVersionUID = 1;

        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Arrived> out) {
            Arrived arrived = new Arrived();
            arrived.topic = record.topic();
            arrived.partition = record.partition();
            arrived.offset = record.offset();
            arrived.acceptedAt = record.timestamp();
            arrived.cluster = new String(record.key(), StandardCharsets.UTF_8);
            arrived.value = record.value();
            out.collect(arrived);
        }

        @Override
        public TypeInformation<Arrived> getProducedType() {
            return TypeInformation.of(Arrived.class);
        }
    }
}

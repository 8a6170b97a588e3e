package io.rollouthub.producer;

import io.rollouthub.registry.SchemaRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a client is connected to: the registry, and Kafka for writing and for reading. */
record Connections(SchemaRegistry registry, Producer<String, byte[]> producer, Consumer<String, byte[]> consumer) {

    static Connections open(ClientSettings settings) {
        SchemaRegistry registry =
                SchemaRegistry.at(settings.registryUrl(), settings.security().registry());
        Producer<String, byte[]> producer = producer(common(settings));
        try {
            return new Connections(registry, producer, consumer(common(settings)));
        } catch (RuntimeException e) {
            producer.close();
            throw e;
        }
    }

    static Producer<String, byte[]> producer(Map<String, Object> kafka) {
        return new KafkaProducer<>(producerProperties(kafka), new StringSerializer(), new ByteArraySerializer());
    }

    static Consumer<String, byte[]> consumer(Map<String, Object> kafka) {
        return new KafkaConsumer<>(consumerProperties(kafka), new StringDeserializer(), new ByteArrayDeserializer());
    }

    static Map<String, Object> producerProperties(Map<String, Object> kafka) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return properties;
    }

    static Map<String, Object> consumerProperties(Map<String, Object> kafka) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Where a position is lost, rather everything again than a verdict missed.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return properties;
    }

    /** What all of its Kafka clients need. */
    static Map<String, Object> common(ClientSettings settings) {
        Map<String, Object> properties = new HashMap<>(settings.security().kafka());
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        return properties;
    }

    /** Closes all at once, before anything has been sent. */
    void close() {
        producer.close();
        consumer.close();
        registry.close();
    }
}

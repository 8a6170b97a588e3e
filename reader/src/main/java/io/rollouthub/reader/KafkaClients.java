package io.rollouthub.reader;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ListTopicsResult;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes all of the hub's clients of Kafka; only a supplier's client, and Kafka Streams, make their own. */
public final class KafkaClients {
    private KafkaClients() {}

    /** Asks Kafka, and waits as long as Kafka's clients do for an answer. */
    public static Admin admin(Map<String, Object> client) {
        return Admin.create(client);
    }

    /** Asks Kafka, and waits for so long for an answer. */
    public static Admin admin(Map<String, Object> client, Duration patience) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("default.api.timeout.ms", Long.toString(patience.toMillis()));
        // One that is refused at once is asked again within the patience.
        properties.put("request.timeout.ms", Long.toString(patience.toMillis() * 4 / 5));
        return admin(properties);
    }

    /** Reads what is committed, from wherever it is told to; in no group. A place that is no more is an error. */
    public static Consumer<String, byte[]> consumer(Map<String, Object> client) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "none");
        properties.put("allow.auto.create.topics", "false");
        properties.put("fetch.max.wait.ms", "50");
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Writes, with its own properties over those of all clients. */
    public static Producer<String, byte[]> producer(Map<String, Object> client, Map<String, Object> own) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.putAll(own);
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    public static Set<String> topics(Admin admin) {
        return KafkaCalls.await("list topics", names(admin, false));
    }

    /** The same with those that Kafka keeps for itself. */
    public static Set<String> topicsAndKafkasOwn(Admin admin) {
        return KafkaCalls.await("list topics", names(admin, true));
    }

    /** The topics by name, with Kafka's ids: one that was made anew has another. */
    public static Map<String, String> topicIds(Admin admin) {
        Map<String, String> ids = new HashMap<>();
        KafkaCalls.await("list topics", listed(admin, false).listings())
                .forEach(topic -> ids.put(topic.name(), topic.topicId().toString()));
        return ids;
    }

    /** The first for one who must not wait. */
    public static CompletionStage<Set<String>> topicsSoon(Admin admin) {
        return names(admin, false).toCompletionStage();
    }

    private static KafkaFuture<Set<String>> names(Admin admin, boolean kafkasOwn) {
        return listed(admin, kafkasOwn).names();
    }

    private static ListTopicsResult listed(Admin admin, boolean kafkasOwn) {
        return admin.listTopics(new ListTopicsOptions().listInternal(kafkasOwn));
    }
}

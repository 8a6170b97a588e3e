package io.rollouthub.connect.told;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.output.Told;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.registry.UnknownSchemaException;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.ToldTopics;
import io.rollouthub.topic.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * A connector's topic of what it has told, which it makes when it first starts, and the topic of imports, which it reads.
 *
 * <p>It writes in transactions: what is told at once is there as a whole, and a task that was given up can write no more
 * once its successor has begun.
 */
public final class ToldTopic implements ToldStore {
    private final TopicPartition own;
    private final TopicPartition imports;
    private final Topic<Told> shared;
    private final Admin admin;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final SchemaRegistry registry;
    private final AvroReader reader;
    private final AvroWriter writer;

    private ToldTopic(String connector, HubClients hub) {
        String name = ToldTopics.of(connector).of(hub.hub()).name();
        shared = ToldTopics.IMPORT.of(hub.hub());
        imports = new TopicPartition(shared.name(), 0);
        own = new TopicPartition(name, 0);
        admin = hub.admin();
        consumer = hub.consumer();
        producer = hub.producer(name);
        registry = hub.openRegistry();
        reader = new AvroReader(registry, List.of(shared.schema()));
        writer = new AvroWriter(registry);
    }

    /**
     * That of a connector.
     *
     * @throws KafkaException if Kafka does not let it be read and written
     */
    public static ToldTopic open(String connector, HubClients hub) {
        ToldTopic topic = new ToldTopic(connector, hub);
        try {
            topic.requireSchema();
            topic.make();
            topic.producer.initTransactions();
            topic.consumer.assign(List.of(topic.own));
            topic.consumer.seekToBeginning(List.of(topic.own));
            return topic;
        } catch (RuntimeException e) {
            topic.close();
            throw e;
        }
    }

    /** Before anybody is told of what could not be kept. */
    private void requireSchema() {
        try {
            registry.idOf(shared.subject(), shared.schema().toString());
        } catch (UnknownSchemaException e) {
            throw new KafkaException(
                    "the registry at " + registry.address() + " has no schema under " + shared.subject()
                            + "; start the hub in this version, or run 'rollout admin apply'",
                    e);
        }
    }

    private void make() {
        NewTopic topic = new NewTopic(own.topic(), Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        try {
            if (!names().contains(own.topic())) {
                admin.createTopics(List.of(topic)).all().get();
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException(
                        "topic " + own.topic() + " cannot be made: "
                                + RolloutException.rootOf(e).getMessage(),
                        e);
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private Set<String> names() {
        try {
            return admin.listTopics().names().get();
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "Kafka does not tell its topics: "
                            + RolloutException.rootOf(e).getMessage(),
                    e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public boolean readInto(ToldBook book) {
        if (!consumer.assignment().contains(imports) && names().contains(imports.topic())) {
            consumer.assign(List.of(own, imports));
            consumer.seekToBeginning(List.of(imports));
        }
        boolean news = false;
        for (ConsumerRecord<String, byte[]> each : toEnd()) {
            Told told = each.value() == null ? null : (Told) reader.read(each.value());
            news |= each.topic().equals(own.topic())
                    ? book.take(each.key(), told)
                    : book.takeImported(each.key(), told);
        }
        return news;
    }

    /** The latest of each key: one that has been written over says nothing any more. */
    private Collection<ConsumerRecord<String, byte[]>> toEnd() {
        Map<String, ConsumerRecord<String, byte[]>> latest = new LinkedHashMap<>();
        ReadOn.to(
                consumer.endOffsets(consumer.assignment()),
                consumer,
                each -> latest.put(each.topic() + " " + each.key(), each));
        return latest.values();
    }

    @Override
    public void write(Map<String, Told> told) {
        producer.beginTransaction();
        told.forEach((key, value) ->
                producer.send(new ProducerRecord<>(own.topic(), 0, key, writer.write(shared.subject(), value))));
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        consumer.close();
        admin.close(Duration.ZERO);
        registry.close();
    }
}

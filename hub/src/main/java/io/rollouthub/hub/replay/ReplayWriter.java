package io.rollouthub.hub.replay;

import io.rollouthub.entry.Entry;
import io.rollouthub.hub.journal.JournalWriter;
import io.rollouthub.journal.Origin;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Lag;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.Stage;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.runtime.TopicPlan;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.Arrival;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.internals.Topic;
import org.jspecify.annotations.Nullable;

/**
 * Writes the programme, ticks and events of a replay, and knows what gate and ledger have yet to do with them. Kafka's timestamps are a strictly increasing sequence there, by
 * which the gate's one task merges its topics back into this very order.
 */
final class ReplayWriter implements AutoCloseable {
    /** Where events go whose supplier's name no topic can have; no supplier can be called so. */
    private static final String NAMELESS = "__nameless__";

    private static final Map<String, Object> PRODUCER =
            Map.of("acks", "all", "batch.size", 131_072, "max.request.size", 2 * 1024 * 1024);

    private static final int OVERHEAD = 1024; // of Kafka's batch and our header, generously

    private final Provisioning provisioning;
    private final TopicPlan topics;
    private final AvroWriter avro;
    private final Producer<String, byte[]> producer;
    private final JournalWriter journal;
    private final Admin admin;
    private final Lag lag;
    private final int journalPartitions;
    private final Set<String> prepared = new HashSet<>();
    private final Map<Arrived, Sent> sent = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private long sequence;

    /**
     * What was sent from a place of a topic.
     *
     * @param number of the event in the replay, from 0
     */
    record Sent(int number, String supplier) {}

    /** A place of a topic and when it was written to: a topic that was deleted and made anew has each place once more. */
    private record Arrived(Origin origin, Instant acceptedAt) {}

    /** An event that is ready to be sent. */
    record Ready(Sent sent, String topic, ReplayEvent event, byte[] value) {}

    ReplayWriter(HubSettings settings, SchemaRegistry registry) {
        provisioning = new Provisioning(settings, registry);
        topics = new TopicPlan(settings.layout(), settings.arrival());
        avro = new AvroWriter(registry);
        admin = KafkaClients.admin(settings.clientProperties());
        lag = new Lag(admin, settings.clientProperties(), registry);
        journalPartitions = settings.layout().partitions();
        producer = KafkaClients.producer(settings.clientProperties(), PRODUCER);
        journal = new JournalWriter(producer, registry, journalPartitions);
    }

    /** Prepares all topics and schemas, and publishes the programme as the first entry of all. */
    void open(Programme programme, Instant at) {
        provisioning.createTopics(topics.of(programme));
        provisioning.registerSchemas(programme);
        for (Supplier supplier : programme.getSuppliers()) {
            prepared.add(SupplierTopics.in(supplier.getSupplier()));
        }
        provisioning.publish(programme, at, sequence++);
    }

    /**
     * Prepares everything for a journal that goes on as it is.
     *
     * @param all its last programme with every supplier that it ever had
     * @param inForce its last programme
     */
    void openJournal(Programme all, Programme inForce, Instant at) {
        provisioning.createTopics(topics.of(all));
        provisioning.registerSchemas(all);
        provisioning.publish(inForce, at, sequence++);
    }

    /**
     * Appends an entry to the journal itself, past the gate.
     *
     * @param number of the entry in the replay
     */
    void append(int number, Entry entry) {
        Origin origin = entry.origin();
        if (origin != null) {
            sent.put(
                    new Arrived(origin, entry.acceptedAt()),
                    new Sent(number, SupplierTopics.supplierOf(origin.getTopic())));
        }
        journal.write(entry, (metadata, error) -> failure.compareAndSet(null, error));
    }

    void tick(Instant at) {
        byte[] value = avro.write(Topics.CONTROL.subject(), new Entry.TickEntry(at).toRecord());
        producer.send(
                new ProducerRecord<>(Topics.CONTROL.name(), 0, sequence++, Topics.TICK_KEY, value),
                (metadata, error) -> failure.compareAndSet(null, error));
    }

    /**
     * Makes an event ready to be sent.
     *
     * @param number of the event in the replay
     * @param problem is told if no supplier's topic takes it
     * @return null then
     */
    @Nullable
    Ready prepare(int number, ReplayEvent event, Consumer<String> problem) {
        Entry entry = event.entry();
        if (entry.programme() != null) {
            byte[] value = avro.write(Topics.CONTROL.subject(), entry.toRecord());
            return new Ready(new Sent(number, event.supplier()), Topics.CONTROL.name(), event, value);
        }
        String topic = topicOf(event.supplier());
        SpecificRecord report = entry.content();
        byte[] value =
                avro.write(SupplierTopics.subject(topic, report.getSchema().getFullName()), report);
        if (value.length + entry.key().length() + OVERHEAD > TopicPlan.LARGEST_BATCH) {
            problem.accept("event " + (number + 1) + " takes " + value.length
                    + " bytes; a supplier's topic takes records of " + TopicPlan.LARGEST_BATCH
                    + " bytes with their headers; shorten its texts");
            return null;
        }
        return new Ready(new Sent(number, event.supplier()), topic, event, value);
    }

    /** Sends an event; its tick has been written before. */
    void send(Ready ready) {
        RecordHeaders headers = new RecordHeaders();
        Arrival.setReplayHeader(headers, ready.event().acceptedAt());
        producer.send(
                new ProducerRecord<>(
                        ready.topic(), 0, sequence++, ready.event().entry().key(), ready.value(), headers),
                (metadata, error) -> {
                    failure.compareAndSet(null, error);
                    if (error == null) {
                        sent.put(
                                new Arrived(
                                        new Origin(ready.topic(), metadata.partition(), metadata.offset()),
                                        ready.event().acceptedAt()),
                                ready.sent());
                    }
                });
    }

    private String topicOf(String supplier) {
        String topic = SupplierTopics.in(Topic.isValid(SupplierTopics.in(supplier)) ? supplier : NAMELESS);
        if (prepared.add(topic)) {
            provisioning.createTopics(List.of(topics.in(topic)));
            provisioning.registerEvents(topic);
        }
        return topic;
    }

    /** Waits until all has been written, and throws if something could not be. */
    void flush() {
        producer.flush();
        Exception error = failure.get();
        if (error != null) {
            throw new KafkaException("the replay could not be written: " + error.getMessage(), error);
        }
    }

    /** What a record was sent as that has been rejected, or null. */
    @Nullable
    Sent sentAs(RejectionHeaders rejected) {
        return sent.get(new Arrived(rejected.origin(), rejected.acceptedAt()));
    }

    /**
     * How much the gate has yet to judge, never told by quiet time. The partitions are those that were made
     * here, so that Kafka need not be asked for them between any two events.
     */
    long leftForGate() {
        return left(
                Stage.GATE,
                Stream.concat(prepared.stream(), Stream.of(Topics.CONTROL.name()))
                        .map(topic -> new TopicPartition(topic, 0)));
    }

    /** Likewise, how much of the journal as it is now the ledger has yet to apply and to publish. */
    long leftForLedger() {
        return left(
                Stage.LEDGER,
                IntStream.range(0, journalPartitions)
                        .mapToObj(partition -> new TopicPartition(Topics.JOURNAL.name(), partition)));
    }

    private long left(Stage stage, Stream<TopicPartition> inputs) {
        return lag.total(stage, Positions.highWatermarks(admin, inputs.toList()));
    }

    @Override
    public void close() {
        lag.close();
        admin.close();
        producer.close();
    }
}

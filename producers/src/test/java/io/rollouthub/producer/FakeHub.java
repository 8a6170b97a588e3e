package io.rollouthub.producer;

import io.rollouthub.check.Refusal;
import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Tick;
import io.rollouthub.programme.Programme;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.testkit.Npfit;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A hub for one supplier, in memory, on Kafka's own mocks; it does what it is told. */
final class FakeHub {
    static final String IN = SupplierTopics.in("fujitsu");
    static final String REJECTED = SupplierTopics.rejected("fujitsu");

    final SchemaRegistry registry = SchemaRegistry.inMemory();
    final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    final FakeConsumer consumer = new FakeConsumer();
    final AtomicLong nanos = new AtomicLong();
    private final List<ConsumerRecord<String, byte[]>> journal = new CopyOnWriteArrayList<>();
    private final AvroWriter writer = new AvroWriter(registry);
    private final Map<String, Long> ends = new HashMap<>();

    /** With topics, schemas and the programme of {@code admin apply}. */
    FakeHub() {
        for (Topic<?> topic : List.of(Topics.PROGRAMME, Topics.JOURNAL)) {
            registry.register(topic.subject(), topic.schema().toString());
        }
        for (Schema event : List.of(
                GoLiveEvent.getClassSchema(),
                ReleaseEvent.getClassSchema(),
                MilestoneEvent.getClassSchema(),
                ContractEvent.getClassSchema())) {
            registry.register(SupplierTopics.subject(IN, event.getFullName()), event.toString());
        }
        List.of(Topics.PROGRAMME.name(), Topics.JOURNAL.name(), IN, REJECTED).forEach(this::createTopic);
        end(Topics.PROGRAMME.name(), 1);
        end(Topics.JOURNAL.name(), 100);
    }

    static ClientSettings settings() {
        return ClientSettings.of("kafka:9092", "http://registry", "fujitsu");
    }

    SupplierClient connect(ClientSettings settings) {
        consumer.schedulePollTask(() -> publish(Npfit.programmeFor("fujitsu", "south")));
        return SupplierClient.connect(
                settings,
                new Connections(registry, producer, consumer, this::another),
                InstantSource.fixed(Npfit.NOW),
                nanos::get);
    }

    SupplierClient connect() {
        return connect(settings());
    }

    void createTopic(String topic) {
        Node broker = new Node(0, "kafka", 9092);
        consumer.updatePartitions(
                topic, List.of(new PartitionInfo(topic, 0, broker, new Node[] {broker}, new Node[] {broker})));
        consumer.updateBeginningOffsets(Map.of(new TopicPartition(topic, 0), 0L));
        end(topic, 0);
    }

    void dropTopic(String topic) {
        consumer.updatePartitions(topic, List.of());
    }

    private void end(String topic, long offset) {
        consumer.updateEndOffsets(Map.of(new TopicPartition(topic, 0), offset));
        ends.put(topic, offset);
    }

    void publish(Programme programme) {
        long offset = consumer.position(new TopicPartition(Topics.PROGRAMME.name(), 0));
        byte[] value = writer.write(Topics.PROGRAMME.subject(), programme);
        consumer.addRecord(new ConsumerRecord<>(Topics.PROGRAMME.name(), 0, offset, Topics.PROGRAMME_KEY, value));
    }

    /** Kafka takes what was sent next; its first offset is 0. */
    void take() {
        if (!producer.completeNext()) {
            throw new AssertionError("nothing was sent");
        }
    }

    void accept(long offset, SpecificRecord event) {
        journal(new JournalEntry(Npfit.NOW, origin(offset), event));
    }

    void tick() {
        journal(new JournalEntry(Npfit.NOW, null, new Tick()));
    }

    void journal(JournalEntry entry) {
        append(Topics.JOURNAL.name(), new RecordHeaders(), writer.write(Topics.JOURNAL.subject(), entry));
    }

    /** The gate, or the ledger, refuses an event. */
    void refuse(long offset, Refusal refusal, SpecificRecord event) {
        RecordHeaders headers = new RecordHeaders();
        new RejectionHeaders(refusal, origin(offset), Npfit.NOW).addTo(headers);
        JournalEntry entry = new JournalEntry(Npfit.NOW, origin(offset), event);
        append(REJECTED, headers, writer.write(Topics.JOURNAL.subject(), entry));
    }

    void append(String topic, RecordHeaders headers, byte @Nullable [] value) {
        long offset = ends.merge(topic, 1L, Long::sum) - 1;
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                topic, 0, offset, 0, TimestampType.CREATE_TIME, 0, 0, "south", value, headers, Optional.empty());
        if (topic.equals(Topics.JOURNAL.name())) {
            journal.add(record);
        }
        if (consumer.assignment().isEmpty()) {
            end(topic, offset + 1); // nobody is connected
        } else {
            consumer.addRecord(record);
        }
    }

    /** Reads what the journal has held so far. */
    private FakeConsumer another() {
        FakeConsumer one = new FakeConsumer();
        one.updateBeginningOffsets(Map.of(new TopicPartition(Topics.JOURNAL.name(), 0), 0L));
        feed(one);
        return one;
    }

    private void feed(FakeConsumer one) {
        one.schedulePollTask(() -> {
            one.assignment().forEach(partition -> journal.stream()
                    .filter(record -> record.offset() >= one.position(partition))
                    .forEach(one::addRecord));
            feed(one);
        });
    }

    /** Waits until the client has read all of the journal. */
    void awaitRead() {
        TopicPartition journal = new TopicPartition(Topics.JOURNAL.name(), 0);
        while (consumer.position(journal) < Objects.requireNonNull(ends.get(journal.topic()))) {
            Thread.onSpinWait();
        }
    }

    static Origin origin(long offset) {
        return new Origin(IN, 0, offset);
    }
}

package io.rollouthub.producer;

import io.rollouthub.check.Refusal;
import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.journal.Origin;
import io.rollouthub.output.VerdictKind;
import io.rollouthub.programme.Programme;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.testkit.Npfit;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A hub for one supplier, in memory, on Kafka's own mocks; it does what it is told. */
final class FakeHub {
    static final String IN = SupplierTopics.in("fujitsu");
    static final String VERDICTS = SupplierTopics.verdicts("fujitsu");

    final SchemaRegistry registry = SchemaRegistry.inMemory();
    final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    final FakeConsumer consumer = new FakeConsumer();
    final AtomicLong nanos = new AtomicLong();
    private final AvroWriter writer = new AvroWriter(registry);
    private final Map<String, Long> ends = new HashMap<>();

    /** With topics, schemas and the programme of {@code admin apply}. */
    FakeHub() {
        for (Topic<?> topic : List.of(Topics.PROGRAMME, SupplierTopics.VERDICTS)) {
            registry.register(topic.subject(), topic.schema().toString());
        }
        for (Schema event : List.of(
                GoLiveEvent.getClassSchema(),
                ReleaseEvent.getClassSchema(),
                MilestoneEvent.getClassSchema(),
                ContractEvent.getClassSchema())) {
            registry.register(SupplierTopics.subject(IN, event.getFullName()), event.toString());
        }
        List.of(Topics.PROGRAMME.name(), VERDICTS, IN).forEach(this::createTopic);
        end(Topics.PROGRAMME.name(), 1);
        end(VERDICTS, 100);
    }

    static ClientSettings settings() {
        return ClientSettings.of("kafka:9092", "http://registry", "fujitsu");
    }

    SupplierClient connect(ClientSettings settings) {
        consumer.schedulePollTask(() -> publish(Npfit.programmeFor("fujitsu", "south")));
        return SupplierClient.connect(
                settings, new Connections(registry, producer, consumer), InstantSource.fixed(Npfit.NOW), nanos::get);
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

    /** The hub accepts an event. */
    void accept(long offset, SpecificRecord event) {
        tell(verdict(offset, event, VerdictKind.ACCEPTED).build());
    }

    /** The hub refuses an event. */
    void refuse(long offset, Refusal refusal, SpecificRecord event) {
        tell(verdict(offset, event, VerdictKind.REJECTED)
                .setReason(refusal.reason().name())
                .setSentence(refusal.detail())
                .build());
    }

    static io.rollouthub.output.Verdict.Builder verdict(long offset, SpecificRecord event, VerdictKind kind) {
        return io.rollouthub.output.Verdict.newBuilder()
                .setOrigin(origin(offset))
                .setEventId(ReportedEvent.of(event).eventId())
                .setAcceptedAt(Npfit.NOW)
                .setVerdict(kind);
    }

    void tell(io.rollouthub.output.Verdict verdict) {
        append(VERDICTS, writer.write(SupplierTopics.VERDICTS.subject(), verdict));
    }

    void append(String topic, byte @Nullable [] value) {
        long offset = ends.merge(topic, 1L, Long::sum) - 1;
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(topic, 0, offset, "key", value);
        if (consumer.assignment().isEmpty()) {
            end(topic, offset + 1); // nobody is connected
        } else {
            consumer.addRecord(record);
        }
    }

    /** Waits until the client has read all verdicts. */
    void awaitRead() {
        TopicPartition verdicts = new TopicPartition(VERDICTS, 0);
        while (consumer.position(verdicts) < Objects.requireNonNull(ends.get(verdicts.topic()))) {
            Thread.onSpinWait();
        }
    }

    static Origin origin(long offset) {
        return new Origin(IN, 0, offset);
    }
}

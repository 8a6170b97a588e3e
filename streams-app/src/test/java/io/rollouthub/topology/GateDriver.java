package io.rollouthub.topology;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Parked;
import io.rollouthub.output.Verdict;
import io.rollouthub.programme.Programme;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** A gate whose topics are at hand. */
final class GateDriver {
    private final TopologyTestDriver driver;
    private final SchemaRegistry registry;
    private final TestInputTopic<String, Programme> programme;
    private final TestInputTopic<String, JournalEntry> control;
    private final TestOutputTopic<String, JournalEntry> journal;

    GateDriver(TopologyTestDriver driver, SchemaRegistry registry) {
        this.driver = driver;
        this.registry = registry;
        programme = driver.createInputTopic(
                Topics.PROGRAMME.name(), new StringSerializer(), AvroSerde.serializer(Topics.PROGRAMME, registry));
        control = driver.createInputTopic(
                Topics.CONTROL.name(), new StringSerializer(), AvroSerde.serializer(Topics.CONTROL, registry));
        journal = driver.createOutputTopic(
                Topics.JOURNAL.name(), new StringDeserializer(), AvroSerde.deserializer(Topics.JOURNAL, registry));
    }

    GateDriver publish(Programme inForce) {
        programme.pipeInput(Topics.PROGRAMME_KEY, inForce);
        return this;
    }

    void control(String key, JournalEntry entry, Instant timestamp) {
        control.pipeInput(key, entry, timestamp);
    }

    /** What may be no entry. */
    void control(String key, byte[] value, Instant timestamp) {
        driver.createInputTopic(Topics.CONTROL.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value, timestamp);
    }

    /** A record on a supplier's topic. */
    void report(String supplier, byte @Nullable [] value, Instant timestamp) {
        report(supplier, new TestRecord<>("key".getBytes(StandardCharsets.UTF_8), value, timestamp));
    }

    void report(String supplier, TestRecord<byte[], byte[]> record) {
        driver.createInputTopic(SupplierTopics.in(supplier), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(record);
    }

    /** What has come to the journal since this was last asked. */
    List<TestRecord<String, JournalEntry>> journal() {
        return journal.readRecordsToList();
    }

    /** How far the hub's clock has come since this was last asked, step by step. */
    List<Instant> clock() {
        return driver
                .createOutputTopic(
                        Topics.CLOCK.name(), new StringDeserializer(), AvroSerde.deserializer(Topics.CLOCK, registry))
                .readRecordsToList()
                .stream()
                .map(record -> record.value().getAt())
                .toList();
    }

    /** What has come to a topic of refused records since this was last asked. */
    List<TestRecord<byte[], byte[]>> rejected(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** What has been left where it stands since this was last asked. */
    List<TestRecord<String, Parked>> parked() {
        return driver.createOutputTopic(
                        Topics.PARKED.name(), new StringDeserializer(), AvroSerde.deserializer(Topics.PARKED, registry))
                .readRecordsToList();
    }

    /** What a supplier has been told since this was last asked. */
    List<TestRecord<String, Verdict>> verdicts(String supplier) {
        return driver.createOutputTopic(
                        SupplierTopics.verdicts(supplier),
                        new StringDeserializer(),
                        AvroSerde.deserializer(SupplierTopics.VERDICTS, registry))
                .readRecordsToList();
    }

    /** Every topic that has ever been written to. */
    Set<String> written() {
        return driver.producedTopicNames();
    }
}

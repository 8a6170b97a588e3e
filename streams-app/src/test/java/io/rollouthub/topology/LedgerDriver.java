package io.rollouthub.topology;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Tick;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.journal.ReplayLine.ReportLine;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** A ledger whose topics are at hand; entries of its journal stand at the instant at which they were accepted. */
final class LedgerDriver {
    private final TopologyTestDriver driver;
    private final SchemaRegistry registry;
    private final TestInputTopic<String, JournalEntry> journal;
    private long offset;

    LedgerDriver(TopologyTestDriver driver, SchemaRegistry registry) {
        this.driver = driver;
        this.registry = registry;
        this.journal = driver.createInputTopic(
                Topics.JOURNAL.name(), new StringSerializer(), AvroSerde.serializer(Topics.JOURNAL, registry));
    }

    LedgerDriver adopt(Programme programme, String at) {
        append("programme", new JournalEntry(Instant.parse(at), null, programme));
        return this;
    }

    void tick(String at) {
        append("tick", new JournalEntry(Instant.parse(at), null, new Tick()));
    }

    /** Appends a report; its origin is the supplier's topic, where offsets count all reports from 0. */
    JournalEntry report(ReportLine line) {
        ReportedEvent event = line.report();
        Instant acceptedAt = line.acceptedAt() == null ? event.reportedAt() : line.acceptedAt();
        Origin origin = new Origin(SupplierTopics.in(event.supplier()), 0, offset++);
        JournalEntry entry = new JournalEntry(acceptedAt, origin, line.event());
        append(event.cluster(), entry);
        return entry;
    }

    /** Appends what may be no entry. */
    void append(String key, byte @Nullable [] value, Instant at) {
        driver.createInputTopic(Topics.JOURNAL.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value, at);
    }

    void append(String key, JournalEntry entry) {
        journal.pipeInput(key, entry, entry.getAcceptedAt());
    }

    /** Lets time go by on the machine's clock. */
    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** What has come to a topic since this was last asked. */
    <V extends SpecificRecord> List<TestRecord<String, V>> read(Topic<V> topic) {
        return driver.createOutputTopic(topic.name(), new StringDeserializer(), AvroSerde.deserializer(topic, registry))
                .readRecordsToList();
    }

    /** Every topic that has ever been written to. */
    Set<String> written() {
        return driver.producedTopicNames();
    }

    /** The same as bytes. */
    List<TestRecord<String, byte[]>> readBytes(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** What has come to a topic of refused records since this was last asked: entries of the journal. */
    List<TestRecord<String, JournalEntry>> rejected(String topic) {
        return driver.createOutputTopic(
                        topic, new StringDeserializer(), AvroSerde.deserializer(Topics.JOURNAL, registry))
                .readRecordsToList();
    }
}

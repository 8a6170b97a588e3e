package io.rollouthub.topology;

import static io.rollouthub.testkit.Npfit.PROGRAMME;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Tick;
import io.rollouthub.model.Programmes;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.testkit.Seed;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader of CloudEvents gets that knows nothing of the hub: the SDK for Kafka reads every record. */
class CloudEventsTest extends TopologyFixture {
    private static final String START = "2006-05-31T23:00:00Z";

    static Collection<Topic<?>> outputs() {
        return Topics.OUTPUTS;
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void everyRecordIsACloudEventAboutItsKey(Topic<?> topic) {
        LedgerDriver ledger = ledger().adopt(PROGRAMME, START);
        Story.tell(ledger);
        AvroReader avroReader = new AvroReader(registry, List.of(topic.schema()));

        List<TestRecord<String, byte[]>> records = ledger.readBytes(topic.name());

        assertThat(records).isNotEmpty().allSatisfy(record -> {
            CloudEvent event = event(topic.name(), record);
            String type = topic.schema().getFullName();
            assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
            assertThat(event.getSource()).hasToString("/npfit/" + topic.name());
            assertThat(event.getSubject()).isEqualTo(record.key());
            assertThat(event.getId()).matches(Pattern.quote(record.key()) + "@(2006-|journal/0/\\d).*");
            if (record.value() == null) {
                assertThat(event.getType()).isEqualTo(type + ".deleted");
                assertThat(event.getDataContentType()).isNull();
                assertThat(event.getData()).isNull();
            } else {
                assertThat(event.getType()).isEqualTo(type);
                assertThat(event.getDataContentType()).isEqualTo("application/avro");
                byte[] data = Objects.requireNonNull(event.getData()).toBytes();
                assertThat(avroReader.read(data).getSchema().getFullName()).isEqualTo(type);
            }
        });
    }

    @Test
    void theHeadersAreThoseThatTheDocumentOfTheTopicsDescribes() throws IOException {
        LedgerDriver ledger = ledger().adopt(PROGRAMME, START);
        Story.tell(ledger);

        Headers headers = ledger.read(Topics.ALERTS).get(0).headers();

        String document = Files.readString(Path.of("..", "docs", "asyncapi.yaml"));
        assertThat(headers).hasSize(7).allSatisfy(header -> assertThat(document)
                .contains("\n          " + header.key() + ":\n"));
    }

    @Test
    void anAlertSaysWhenAndFromWhatItCame() {
        LedgerDriver ledger = ledger().adopt(PROGRAMME, START);
        Story.tell(ledger);

        assertThat(events(ledger, Topics.ALERT_TRANSITIONS))
                .extracting(event -> event.getTime() + " " + event.getId())
                .contains(
                        "2006-06-10T23:00Z south/MILESTONE_MISSED/go-live/weston/millennium/R0@"
                                + "2006-06-10T23:00:00Z/due",
                        "2006-06-12T09:00Z south/MILESTONE_MISSED/go-live/weston/millennium/R0@"
                                + "2006-06-12T09:00:00Z/rollout.in.fujitsu/0/6",
                        "2006-06-30T23:00Z south/MILESTONE_AT_RISK/two-by-3-july@2006-06-30T23:00:00Z/due",
                        "2006-07-03T23:00Z south/MILESTONE_AT_RISK/two-by-3-july@2006-07-03T23:00:00Z/due");
    }

    @Test
    void theTimeOfATransitionIsItsStepsWhicheverTickMadeIt() {
        LedgerDriver ledger = ledger().adopt(PROGRAMME, START);
        Story.tell(ledger);

        List<TestRecord<String, AlertTransition>> transitions = ledger.read(Topics.ALERT_TRANSITIONS);

        assertThat(transitions).isNotEmpty().allSatisfy(transition -> {
            byte[] time = transition.headers().lastHeader("ce_time").value();
            assertThat(Instant.parse(new String(time, StandardCharsets.UTF_8)))
                    .isEqualTo(transition.value().getAt());
        });
    }

    @Test
    void noTwoEventsOfAnyJournalHaveTheSameIdAndReadingItAgainGivesTheSame(@Seed long first) {
        for (long seed = first; seed < first + 5; seed++) {
            List<JournalEntry> journal =
                    oneProgrammeAnInstant(Programmes.random(seed).entries());

            List<String> ids = ids(journal);

            assertThat(ids).as("seed %d", seed).doesNotHaveDuplicates().isEqualTo(ids(journal));
        }
    }

    /** Two programmes, or a tick again behind others, within one millisecond would cause events with the same ids (ADR 9). */
    private static List<JournalEntry> oneProgrammeAnInstant(List<JournalEntry> journal) {
        Set<String> taken = new HashSet<>();
        return journal.stream()
                .filter(entry -> entry.getOrigin() != null || taken.add(entry.toString()))
                .toList();
    }

    @Test
    void theNumberOfPartitionsChangesNoEventButFiguresWhichAreNamedByTheirPosition() {
        List<JournalEntry> journal = new ArrayList<>();
        List<String> clusters = List.of("london", "south");
        for (int day = 10; day < 20; day++) {
            journal.add(tick("2006-08-" + day + "T00:00:00Z"));
            for (String cluster : clusters) {
                journal.add(promise(cluster, day, journal.size()));
            }
        }
        journal.add(tick("2006-11-01T00:00:00Z"));

        Set<CloudEvent> apart = new HashSet<>();
        for (String cluster : clusters) {
            apart.addAll(all(journal.stream()
                    .filter(entry -> keyOf(entry).equals("tick") || keyOf(entry).equals(cluster))
                    .toList()));
        }

        assertThat(new HashSet<>(all(journal))).hasSizeGreaterThan(25).isEqualTo(apart);
    }

    private static JournalEntry promise(String cluster, int day, int offset) {
        String supplier = cluster.equals("south") ? "fujitsu" : "bt";
        String line = """
                {"type": "GoLiveEvent", "eventId": "e-%d", "reportedAt": "2006-08-%dT09:00:00Z", "supplier": "%s", \
                "cluster": "%s", "site": "site-%d", "product": "p", "release": "r", "status": "PLANNED", \
                "date": "2006-10-%d"}""".formatted(offset, day, supplier, cluster, day % 3, day);
        Origin origin = new Origin(SupplierTopics.in(supplier), 0, (long) offset);
        return new JournalEntry(
                Instant.parse("2006-08-" + day + "T10:00:00Z"),
                origin,
                TopologyFixture.line(line).event());
    }

    private static JournalEntry tick(String at) {
        return new JournalEntry(Instant.parse(at), null, new Tick());
    }

    private static String keyOf(JournalEntry entry) {
        return entry.getEntry() instanceof SpecificRecord event && ReportedEvent.isOne(event)
                ? ReportedEvent.of(event).cluster()
                : "tick";
    }

    /** What a ledger makes of a journal, the programme of these tests before it. */
    private List<CloudEvent> all(List<JournalEntry> journal) {
        LedgerDriver ledger = ledger().adopt(PROGRAMME, START);
        journal.forEach(entry -> ledger.append(keyOf(entry), entry));
        return Topics.OUTPUTS.stream()
                .flatMap(topic -> events(ledger, topic).stream())
                .filter(event -> !event.getId().contains("@journal/"))
                .toList();
    }

    private List<String> ids(List<JournalEntry> journal) {
        LedgerDriver ledger = ledger();
        journal.forEach(entry -> ledger.append(keyOf(entry), entry));
        return Topics.OUTPUTS.stream()
                .flatMap(topic -> events(ledger, topic).stream())
                .map(event -> event.getSource() + " " + event.getId())
                .toList();
    }

    private static List<CloudEvent> events(LedgerDriver ledger, Topic<?> topic) {
        return ledger.readBytes(topic.name()).stream()
                .map(record -> event(topic.name(), record))
                .toList();
    }

    private static CloudEvent event(String topic, TestRecord<String, byte[]> record) {
        try (CloudEventDeserializer sdk = new CloudEventDeserializer()) {
            return sdk.deserialize(topic, record.headers(), record.value());
        }
    }
}

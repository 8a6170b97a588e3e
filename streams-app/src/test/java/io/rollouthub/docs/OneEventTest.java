package io.rollouthub.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.rollouthub.check.EventCheck;
import io.rollouthub.docs.Published.Output;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Tick;
import io.rollouthub.jsonl.EventLines;
import io.rollouthub.jsonl.LineEvent;
import io.rollouthub.programme.Programme;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.SupplierTopics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** {@code docs/one-event.md} shows what happens to its event at each hop. */
class OneEventTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "npfit");
    private static final Instant ACCEPTED_AT = Instant.parse("2006-06-30T09:00:00Z");
    private static final Instant REVIEWED = Instant.parse("2006-06-30T23:00:00Z");
    private static final Instant DUE_HAS_PASSED = Instant.parse("2006-11-01T00:00:00Z");

    private final Programme programme = ProgrammeFile.read(EXAMPLE.resolve("programme.yaml"));
    private final Page page;
    private final List<SpecificRecord> events;
    private final SpecificRecord event;

    OneEventTest() throws IOException {
        page = Page.read(Path.of("..", "docs", "one-event.md"));
        events = events(Files.newInputStream(EXAMPLE.resolve("events.jsonl")));
        String line = page.block("event").replaceAll("\\R\\s*", " ");
        event = events(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)))
                .get(0);
    }

    @Test
    void theSuppliersLineIsOneOfTheRealProgramme() {
        assertThat(events).contains(event);
    }

    @Test
    void theRecordHasTheKeyTheSubjectAndTheBytesShown() {
        ReportedEvent reported = ReportedEvent.of(event);
        String topic = SupplierTopics.in(reported.supplier());
        String subject = SupplierTopics.subject(topic, event.getSchema().getFullName());
        SchemaRegistry registry = SchemaRegistry.inMemory();
        registry.register(subject, event.getSchema().toString());
        byte[] value = new AvroWriter(registry).write(subject, event);

        assertThat(Page.json("{\"topic\": \"%s\", \"key\": \"%s\", \"subject\": \"%s\", \"bytes\": %d}"
                        .formatted(topic, reported.cluster(), subject, value.length)))
                .isEqualTo(page.block("record"));
    }

    @Test
    void theGateLetsItPassIntoTheJournalEntryShown() {
        assertThat(new EventCheck(programme).check(event, "fujitsu", ACCEPTED_AT))
                .isNull();
        List<JournalEntry> journal = journalUpTo(ACCEPTED_AT);
        assertThat(Page.json(journal.get(journal.size() - 1))).isEqualTo(page.block("rollout.journal"));
    }

    @Test
    void theLedgerPublishesWhatIsShownInThatOrder() {
        assertThat(Published.byTheLastOf(journalUpTo(ACCEPTED_AT))).containsExactlyElementsOf(shown("event-applied"));
    }

    @Test
    void atTheNextReviewTheAlertIsTheOneShown() {
        List<JournalEntry> journal = journalUpTo(ACCEPTED_AT);
        journal.add(new JournalEntry(REVIEWED, null, new Tick()));

        assertThat(Published.byTheLastOf(journal))
                .filteredOn(output -> output.topic().equals("rollout.alert-transitions")
                        || output.topic().equals("rollout.alerts"))
                .filteredOn(output -> output.json().contains("MILESTONE_AT_RISK/dozen"))
                .containsExactlyElementsOf(shown("reviewed"));
    }

    @Test
    void whenTheDateHasPassedTheTransitionsAreThoseShown() {
        List<JournalEntry> journal = journalUpTo(DUE_HAS_PASSED);
        journal.add(new JournalEntry(DUE_HAS_PASSED, null, new Tick()));

        assertThat(Published.byTheLastOf(journal))
                .filteredOn(output -> output.topic().equals("rollout.alert-transitions"))
                .containsExactlyElementsOf(shown("date-passed"));
    }

    /** A block's labels are when it was published, and where. */
    private List<Output> shown(String when) {
        return page.blocksWith(when)
                .flatMap(block -> block.labels().stream()
                        .filter(label -> !label.equals(when))
                        .map(topic -> new Output(topic, block.json())))
                .toList();
    }

    /** The journal of a replay: the programme, then each event behind the tick of its own instant. */
    private List<JournalEntry> journalUpTo(Instant last) {
        List<JournalEntry> journal = new ArrayList<>();
        journal.add(new JournalEntry(Instant.EPOCH, null, programme));
        for (SpecificRecord record : events) {
            ReportedEvent reported = ReportedEvent.of(record);
            Instant acceptedAt = reported.reportedAt();
            if (!acceptedAt.isAfter(last)) {
                String topic = SupplierTopics.in(reported.supplier());
                long offset = journal.stream()
                        .map(JournalEntry::getOrigin)
                        .filter(origin -> origin != null && origin.getTopic().equals(topic))
                        .count();
                journal.add(new JournalEntry(acceptedAt, null, new Tick()));
                journal.add(new JournalEntry(acceptedAt, new Origin(topic, 0, offset), record));
            }
        }
        return journal;
    }

    private static List<SpecificRecord> events(InputStream in) {
        try (Stream<LineEvent> lines = EventLines.read(in, "events", bad -> fail(bad.message()))) {
            return lines.map(LineEvent::event).toList();
        }
    }
}

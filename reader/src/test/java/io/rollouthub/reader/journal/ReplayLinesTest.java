package io.rollouthub.reader.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.entry.Entry;
import io.rollouthub.entry.Entry.ProgrammeEntry;
import io.rollouthub.entry.Entry.ReportEntry;
import io.rollouthub.entry.Entry.TickEntry;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.journal.Origin;
import io.rollouthub.jsonl.LineError;
import io.rollouthub.programme.Cluster;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.reader.journal.ReplayLine.JournalLine;
import io.rollouthub.reader.journal.ReplayLine.Place;
import io.rollouthub.reader.journal.ReplayLine.ProgrammeLine;
import io.rollouthub.reader.journal.ReplayLine.ReportLine;
import io.rollouthub.reader.journal.ReplayLine.TickLine;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.topic.SupplierTopics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayLinesTest {
    private static final String GO_LIVE = """
            {"type": "GoLiveEvent", "eventId": "e-1", "reportedAt": "2006-07-31T09:00:00Z", "supplier": "fujitsu", \
            "cluster": "south", "site": "weston", "product": "millennium", "release": "R0", "status": "LIVE", \
            "date": "2006-07-29"}""";
    private static final ReportedEvent REPORT = ReportedEvent.of(GoLiveEvent.newBuilder()
            .setEventId("e-1")
            .setReportedAt(Instant.parse("2006-07-31T09:00:00Z"))
            .setSupplier("fujitsu")
            .setCluster("south")
            .setSite("weston")
            .setProduct("millennium")
            .setRelease("R0")
            .setStatus(GoLiveStatus.LIVE)
            .setDate(LocalDate.of(2006, 7, 29))
            .build());
    private static final Instant ACCEPTED_AT = Instant.parse("2006-08-01T00:00:00Z");

    private static List<Object> read(String... lines) {
        List<Object> read = new ArrayList<>();
        byte[] file = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        try (Stream<ReplayLine> all = ReplayLines.read(new ByteArrayInputStream(file), "events.jsonl", read::add)) {
            all.forEach(read::add);
        }
        return read;
    }

    private static String with(String fields) {
        return GO_LIVE.replace("}", ", " + fields + "}");
    }

    @Test
    void aReplayedLineMaySayItsTopicAndWhenItWasAccepted() {
        assertThat(read(
                        with("\"topic\": \"bt\", \"acceptedAt\": \"2006-08-01T01:00:00+01:00\""),
                        with("\"topic\": null, \"acceptedAt\": null")))
                .containsExactly(
                        new ReportLine(1, REPORT, "bt", ACCEPTED_AT, null),
                        new ReportLine(2, REPORT, null, null, null));
    }

    @Test
    void aBadLineIsNamedAndTheRestGoesOn() {
        assertThat(read(with("\"partition\": 0"), with("\"offset\": 1"), "{\"type\": \"Tick\"}", GO_LIVE))
                .containsExactly(
                        new LineError(1, "events.jsonl:1: offset: missing"),
                        new LineError(2, "events.jsonl:2: partition: missing"),
                        new LineError(3, "events.jsonl:3: acceptedAt: missing"),
                        new ReportLine(4, REPORT, null, null, null));
    }

    @Test
    void anExportedJournalSaysSoOnItsFirstLineAlone(@TempDir Path folder) throws IOException {
        String next = "{\"type\":\"Journal\",\"format\":2}";
        assertThat(read(JournalJson.FIRST_LINE, JournalJson.FIRST_LINE))
                .containsExactly(
                        new JournalLine(1),
                        new LineError(2, "events.jsonl:2: what the file is stands on its first line alone"));
        assertThat(read(next))
                .containsExactly(new LineError(
                        1, "events.jsonl:1: format: 2 is written by another program than this one, which reads 1"));

        Path file = folder.resolve("file");
        assertThat(ReplayLines.isJournal(Files.writeString(file, JournalJson.FIRST_LINE + "\n" + GO_LIVE)))
                .isTrue();
        assertThat(ReplayLines.isJournal(Files.writeString(file, next))).isTrue();
        assertThat(ReplayLines.isJournal(Files.writeString(file, GO_LIVE + "\n" + JournalJson.FIRST_LINE)))
                .isFalse();
        assertThat(ReplayLines.isJournal(Files.writeString(file, "no JSON\n" + JournalJson.FIRST_LINE)))
                .isFalse();
        assertThat(ReplayLines.isJournal(Files.writeString(file, ""))).isFalse();
    }

    @Test
    void anExportedJournalIsReadAsItWasWritten() {
        Programme programme = Programme.newBuilder()
                .setProgramme("npfit")
                .setName("NPfIT")
                .setZone("Europe/London")
                .setClusters(List.of(new Cluster("south", "Southern")))
                .setSuppliers(List.of(Supplier.newBuilder()
                        .setSupplier("fujitsu")
                        .setName("Fujitsu")
                        .setClusters(List.of("south"))
                        .build()))
                .setThresholds(new Thresholds(0.2, null, 30, 3, 35))
                .build();
        List<Entry> journal = List.of(
                new ProgrammeEntry(programme, Instant.EPOCH),
                new TickEntry(ACCEPTED_AT),
                new ReportEntry(REPORT, ACCEPTED_AT, new Origin(SupplierTopics.in("bt"), 1, 7L)));

        assertThat(read(journal.stream().map(JournalJson::write).toArray(String[]::new)))
                .containsExactly(
                        new ProgrammeLine(1, Instant.EPOCH, programme),
                        new TickLine(2, ACCEPTED_AT),
                        new ReportLine(3, REPORT, "bt", ACCEPTED_AT, new Place(1, 7)));
        assertThat(JournalJson.write(new TickEntry(ACCEPTED_AT)))
                .isEqualTo("{\"type\":\"Tick\",\"acceptedAt\":\"2006-08-01T00:00:00Z\"}");
    }
}

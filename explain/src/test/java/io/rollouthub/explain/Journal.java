package io.rollouthub.explain;

import io.rollouthub.domain.store.Tables;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Tick;
import io.rollouthub.jsonl.LineError;
import io.rollouthub.programme.Programme;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.journal.ReplayLine;
import io.rollouthub.reader.journal.ReplayLine.ReportLine;
import io.rollouthub.reader.journal.ReplayLines;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.timetravel.Rerun;
import io.rollouthub.topic.SupplierTopics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A journal as a replay would write it: the programme, and before each event a tick. */
public final class Journal {
    public final List<JournalEntry> entries = new ArrayList<>();

    private Journal() {}

    /** The real programme until the end of 2006. */
    public static Journal npfit() {
        Path example = Path.of("..", "examples", "npfit");
        try {
            return of(
                    ProgrammeFile.read(example.resolve("programme.yaml")),
                    Files.readString(example.resolve("events.jsonl")),
                    "2007-01-01T00:00:00Z");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A scenario with decided results, from 2019 to the end of 2020. */
    public static Journal scenario(String name) {
        Path folder = Path.of("../streams-app/src/test/resources/vectors/scenarios");
        try {
            return of(
                    ProgrammeFile.read(folder.resolve("programme.yaml")),
                    Files.readString(folder.resolve(name + ".jsonl")),
                    "2021-01-01T12:00:00Z");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A journal.
     *
     * @param lines events as {@code replay} reads them
     * @param end the last tick
     */
    public static Journal of(Programme programme, String lines, String end) {
        Journal journal = new Journal();
        journal.entries.add(new JournalEntry(Instant.EPOCH, null, programme));
        ByteArrayInputStream in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
        try (Stream<ReplayLine> all = ReplayLines.read(in, "events", Journal::fail)) {
            all.forEach(line -> journal.add((ReportLine) line));
        }
        journal.entries.add(new JournalEntry(Instant.parse(end), null, new Tick()));
        return journal;
    }

    private static void fail(LineError line) {
        throw new AssertionError(line.message());
    }

    private void add(ReportLine line) {
        ReportedEvent event = line.report();
        Instant acceptedAt = line.acceptedAt() == null ? event.reportedAt() : line.acceptedAt();
        entries.add(new JournalEntry(acceptedAt, null, new Tick()));
        Origin origin = new Origin(SupplierTopics.in(event.supplier()), 0, (long) entries.size());
        entries.add(new JournalEntry(acceptedAt, origin, event.event()));
    }

    /** The story of an alert or a milestone; its lines are without what they are indented by. */
    List<String> explain(String id) {
        Subject subject = Subject.of(id);
        JournalStories stories = JournalStories.on(subject);
        entries.forEach(entry -> stories.accept(0, entry));
        return stories.story(subject, told(entries))
                .text()
                .lines()
                .map(String::strip)
                .toList();
    }

    /** What the topics would tell of a journal. */
    static Told told(List<JournalEntry> entries) {
        Tables tables = Tables.inMemory();
        Rerun ledger = new Rerun(tables, new ReadModel());
        entries.forEach(ledger::apply);
        ledger.round();
        return Told.of(tables.programme().range("", "~", 1).get(0).getValue(), ledger.model());
    }
}

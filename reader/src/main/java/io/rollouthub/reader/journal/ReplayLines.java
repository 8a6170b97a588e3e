package io.rollouthub.reader.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollouthub.jsonl.BadLineException;
import io.rollouthub.jsonl.JsonLines;
import io.rollouthub.jsonl.JsonValues;
import io.rollouthub.jsonl.LineError;
import io.rollouthub.jsonl.RecordReader;
import io.rollouthub.reader.journal.ReplayLine.Place;
import io.rollouthub.reader.journal.ReplayLine.ProgrammeLine;
import io.rollouthub.reader.journal.ReplayLine.ReportLine;
import io.rollouthub.reader.journal.ReplayLine.TickLine;
import io.rollouthub.report.ReportedEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads files of events to be replayed, and exported journals; a bad line is told, and the rest goes on. */
public final class ReplayLines {
    private static final Set<String> OUR_FIELDS =
            Set.of(JournalJson.TOPIC, JournalJson.ACCEPTED_AT, JournalJson.PARTITION, JournalJson.OFFSET);

    private ReplayLines() {}

    /**
     * The lines of a file, see {@link JsonLines#read}, which is open until the stream is closed; throws if it cannot be opened.
     */
    public static Stream<ReplayLine> read(Path file, Consumer<LineError> bad) throws IOException {
        return read(Files.newInputStream(file), file.toString(), bad);
    }

    /** The lines of an open input; see {@link JsonLines#read}. */
    public static Stream<ReplayLine> read(InputStream in, String name, Consumer<LineError> bad) {
        return JsonLines.read(in, name, ReplayLines::parse, bad);
    }

    private static ReplayLine parse(long lineNumber, JsonNode line) throws BadLineException {
        String type = line.path("type").textValue();
        if (JournalJson.TICK.equals(type)) {
            return new TickLine(lineNumber, acceptedAt(line));
        }
        if (JournalJson.PROGRAMME.equals(type)) {
            return new ProgrammeLine(
                    lineNumber, acceptedAt(line), JournalJson.programme(required(line, JournalJson.PROGRAMME_FIELD)));
        }
        ReportedEvent report = ReportedEvent.of(RecordReader.event(line, OUR_FIELDS));
        JsonNode topic = given(line, JournalJson.TOPIC);
        return new ReportLine(
                lineNumber,
                report,
                topic == null ? null : JsonValues.text(topic, JournalJson.TOPIC),
                given(line, JournalJson.ACCEPTED_AT) == null ? null : acceptedAt(line),
                place(line));
    }

    private static Instant acceptedAt(JsonNode line) throws BadLineException {
        return JsonValues.instant(required(line, JournalJson.ACCEPTED_AT), JournalJson.ACCEPTED_AT);
    }

    private static @Nullable Place place(JsonNode line) throws BadLineException {
        if (given(line, JournalJson.PARTITION) == null && given(line, JournalJson.OFFSET) == null) {
            return null;
        }
        JsonNode offset = required(line, JournalJson.OFFSET);
        if (!offset.canConvertToExactIntegral() || !offset.canConvertToLong()) {
            throw new BadLineException(JournalJson.OFFSET, "no whole number of 64 bits");
        }
        return new Place(
                JsonValues.wholeNumber(required(line, JournalJson.PARTITION), JournalJson.PARTITION),
                offset.longValue());
    }

    private static JsonNode required(JsonNode line, String name) throws BadLineException {
        JsonNode node = given(line, name);
        if (node == null) {
            throw new BadLineException(name, "missing");
        }
        return node;
    }

    private static @Nullable JsonNode given(JsonNode line, String name) {
        JsonNode node = line.get(name);
        return node == null || node.isNull() ? null : node;
    }
}

package io.rollouthub.jsonl;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollouthub.report.ReportedEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Events to be published as JSON Lines, read one line at a time; a bad line is told, and the rest goes on. */
public final class EventLines {
    private EventLines() {}

    /**
     * The events of a file, see {@link JsonLines#read}, which is open until the stream is closed; throws if it cannot be opened.
     */
    public static Stream<LineEvent> read(Path file, Consumer<LineError> bad) throws IOException {
        return read(Files.newInputStream(file), file.toString(), bad);
    }

    /** The events of an open input; see {@link JsonLines#read}. */
    public static Stream<LineEvent> read(InputStream in, String name, Consumer<LineError> bad) {
        return JsonLines.read(in, name, EventLines::event, bad);
    }

    /** An event as one line without a line feed; {@link IllegalArgumentException} if it is none of the four. */
    public static String write(SpecificRecord event) {
        return RecordJson.write(ReportedEvent.of(event).event());
    }

    static LineEvent event(long lineNumber, JsonNode line) throws BadLineException {
        refuse(line, "topic", "only for a replay; what is published goes to the supplier's own topic");
        refuse(line, "partition", "only in an exported journal; Kafka says where it stands");
        refuse(line, "offset", "only in an exported journal; Kafka says where it stands");
        refuse(line, "acceptedAt", "only for a replay; what is published is accepted as it arrives");
        return new LineEvent(lineNumber, RecordReader.event(line, Set.of()));
    }

    private static void refuse(JsonNode line, String field, String why) throws BadLineException {
        if (line.has(field)) {
            throw new BadLineException(field, why);
        }
    }
}

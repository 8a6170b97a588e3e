package io.rollouthub.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.rollouthub.report.ReportedEvent;
import java.io.IOException;
import java.io.StringWriter;
import org.apache.avro.specific.SpecificRecord;

/** Writes events as {@link EventLines} reads them: one JSON object on one line, all fields in their schema's order. */
public final class EventJson {
    private static final JsonFactory JSON = new JsonFactory();

    private EventJson() {}

    /**
     * An event as one line, without a line feed.
     *
     * @throws IllegalArgumentException if it is none of the four event records
     */
    public static String write(SpecificRecord event) {
        if (!ReportedEvent.isOne(event)) {
            throw new IllegalArgumentException(event.getSchema().getFullName() + " is not an event");
        }
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            RecordJson.writeFields(json, event);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a string is written without any output", e);
        }
        return line.toString();
    }
}

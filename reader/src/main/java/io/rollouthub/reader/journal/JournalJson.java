package io.rollouthub.reader.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.rollouthub.entry.Entry;
import io.rollouthub.entry.Entry.ProgrammeEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.jsonl.BadLineException;
import io.rollouthub.jsonl.IsoTime;
import io.rollouthub.jsonl.RecordJson;
import io.rollouthub.programme.Programme;
import io.rollouthub.topic.SupplierTopics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Writes entries of the journal as {@link ReplayLines} reads them for a replay: an event with {@code topic}, {@code
 * acceptedAt} and, of its origin, {@code partition} and {@code offset}; a {@code Tick}; a {@code Programme}, in Avro's own
 * JSON.
 */
public final class JournalJson {
    /** The first line of an exported journal: whoever reads it knows that its entries have been judged. */
    public static final String FIRST_LINE = "{\"type\":\"Journal\",\"format\":1}";

    static final String JOURNAL = "Journal";
    static final int FORMAT = 1;
    static final String FORMAT_FIELD = "format";
    static final String TICK = "Tick";
    static final String PROGRAMME = "Programme";
    static final String ACCEPTED_AT = "acceptedAt";
    static final String PROGRAMME_FIELD = "programme";
    static final String TOPIC = "topic";
    static final String PARTITION = "partition";
    static final String OFFSET = "offset";

    private static final JsonFactory JSON = new JsonFactory();

    private JournalJson() {}

    /** An entry as one line, without a line feed. */
    public static String write(Entry entry) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            if (entry instanceof ProgrammeEntry adoption) {
                json.writeStringField("type", PROGRAMME);
                json.writeFieldName(PROGRAMME_FIELD);
                json.writeRawValue(avroJson(adoption.programme()));
            } else {
                RecordJson.writeFields(json, entry.content()); // of a tick its type alone
            }
            Origin origin = entry.origin();
            if (origin != null) {
                json.writeStringField(TOPIC, SupplierTopics.supplierOf(origin.getTopic()));
                json.writeNumberField(PARTITION, origin.getPartition());
                json.writeNumberField(OFFSET, origin.getOffset());
            }
            json.writeStringField(ACCEPTED_AT, IsoTime.print(entry.acceptedAt()));
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("a string is written without any output", e);
        }
        return line.toString();
    }

    private static String avroJson(Programme programme) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Encoder encoder = EncoderFactory.get().jsonEncoder(Programme.getClassSchema(), out);
        new SpecificDatumWriter<>(Programme.class).write(programme, encoder);
        encoder.flush();
        return out.toString(StandardCharsets.UTF_8);
    }

    static Programme programme(JsonNode json) throws BadLineException {
        try {
            return new SpecificDatumReader<>(Programme.class)
                    .read(null, DecoderFactory.get().jsonDecoder(Programme.getClassSchema(), json.toString()));
        } catch (IOException | AvroRuntimeException e) {
            throw new BadLineException(PROGRAMME_FIELD, "no programme of an exported journal: " + e.getMessage());
        }
    }
}

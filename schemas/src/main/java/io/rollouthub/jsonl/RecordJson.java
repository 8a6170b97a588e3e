package io.rollouthub.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes any record of the hub as JSON: {@code type}, then all fields in their schema's order; instants and dates in
 * ISO-8601, decimals as text, what is not known as null.
 */
public final class RecordJson {
    private static final JsonFactory JSON = new JsonFactory();

    private RecordJson() {}

    /** A record as one line, without a line feed. */
    public static String write(SpecificRecord record) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            writeValue(json, record);
        } catch (IOException e) {
            throw new IllegalStateException("a string is written without any output", e);
        }
        return line.toString();
    }

    /** That a key has no value any more; {@code type} is the name of the record that it had. */
    public static String deleted(String type, String key) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        return line.put("type", type).put("key", key).put("deleted", true).toString();
    }

    /** The fields of a record, behind its {@code type}, into an object that has been begun. */
    public static void writeFields(JsonGenerator json, SpecificRecord record) throws IOException {
        json.writeStringField("type", record.getSchema().getName());
        for (Schema.Field field : record.getSchema().getFields()) {
            json.writeFieldName(field.name());
            writeValue(json, record.get(field.pos()));
        }
    }

    private static void writeValue(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof SpecificRecord record) {
            json.writeStartObject();
            writeFields(json, record);
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                writeValue(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof BigDecimal amount) {
            json.writeString(amount.toPlainString());
        } else if (value instanceof Instant instant) {
            json.writeString(IsoTime.print(instant));
        } else if (value instanceof String || value instanceof Enum<?> || value instanceof LocalDate) {
            json.writeString(value.toString());
        } else {
            json.writePOJO(value); // null, a number or a boolean
        }
    }
}

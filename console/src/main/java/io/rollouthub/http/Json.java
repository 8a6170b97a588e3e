package io.rollouthub.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.NameTransformer;
import io.rollouthub.jsonl.IsoTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Writes records as JSON: instants and dates in ISO-8601, amounts as text, what is not known as null. */
public final class Json {
    public static final String CONTENT_TYPE = "application/json; charset=utf-8";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(BigDecimal.class, ToStringSerializer.instance)
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(Instant.class, new IsoInstant())
                    .addSerializer(SpecificRecord.class, new TopicRecord(false)))
            .build();

    private Json() {}

    /** A record as UTF-8. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong, as UTF-8. */
    static byte[] error(String sentence) {
        return write(Map.of("error", sentence));
    }

    private static final class IsoInstant extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(IsoTime.print(value));
        }
    }

    /** A topic's record under the names that its fields have there; unwrapped, they stand among those of another. */
    private static final class TopicRecord extends JsonSerializer<SpecificRecord> {
        private final boolean unwrapped;

        TopicRecord(boolean unwrapped) {
            this.unwrapped = unwrapped;
        }

        @Override
        public void serialize(SpecificRecord value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            if (!unwrapped) {
                json.writeStartObject();
            }
            for (Schema.Field field : value.getSchema().getFields()) {
                provider.defaultSerializeField(field.name(), value.get(field.pos()), json);
            }
            if (!unwrapped) {
                json.writeEndObject();
            }
        }

        @Override
        public boolean isUnwrappingSerializer() {
            return unwrapped;
        }

        @Override
        public JsonSerializer<SpecificRecord> unwrappingSerializer(NameTransformer unwrapper) {
            return new TopicRecord(true);
        }
    }
}

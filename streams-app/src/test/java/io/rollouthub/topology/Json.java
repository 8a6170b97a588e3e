package io.rollouthub.topology;

import java.util.Collection;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Records as one JSON object each, in the form of JSON Lines: with their type, without what is null. */
final class Json {
    private Json() {}

    static String of(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof SpecificRecord record) {
            return of(record);
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(Json::of).collect(Collectors.joining(", ", "[", "]"));
        }
        return quoted(value.toString());
    }

    private static String of(SpecificRecord record) {
        StringJoiner fields = new StringJoiner(", ", "{", "}");
        fields.add("\"type\": " + quoted(record.getSchema().getName()));
        for (Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value != null) {
                fields.add(quoted(field.name()) + ": " + of(value));
            }
        }
        return fields.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

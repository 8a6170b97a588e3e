package io.rollouthub.console.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Records of the topics as JSON objects, under the names that their fields have there. */
final class Fields {
    private Fields() {}

    /** All fields of a record, in their schema's order; more can be added. */
    static Map<String, Object> of(SpecificRecord record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            fields.put(field.name(), record.get(field.pos()));
        }
        return fields;
    }

    /** As {@link #of}; of a record that is not there counts are 0 and the rest is not known. */
    static Map<String, Object> of(@Nullable SpecificRecord record, Schema schema) {
        if (record != null) {
            return of(record);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : schema.getFields()) {
            fields.put(field.name(), isCount(field.schema()) ? 0 : null);
        }
        return fields;
    }

    private static boolean isCount(Schema schema) {
        boolean whole = schema.getType() == Schema.Type.INT || schema.getType() == Schema.Type.LONG;
        return whole && LogicalTypes.fromSchemaIgnoreInvalid(schema) == null;
    }
}

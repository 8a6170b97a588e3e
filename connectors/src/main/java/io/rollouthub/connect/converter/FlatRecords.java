package io.rollouthub.connect.converter;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/**
 * Results of the hub as Connect's sinks take them, which have no place for a record within a record: its fields become
 * fields of the outer one, {@code evidence.today} as {@code evidenceToday}, null where it is null. Safe for several threads.
 */
final class FlatRecords {
    private static final String RESULTS = "io.rollouthub.output.";

    private final Map<Schema, Schema> flat = new ConcurrentHashMap<>();

    /** The same record without records in it, if it is one of the hub's results; else as it is. */
    SchemaAndValue of(SchemaAndValue record) {
        if (!(record.value() instanceof Struct struct) || !isNested(struct.schema())) {
            return record;
        }
        Schema schema = flat.computeIfAbsent(struct.schema(), FlatRecords::flattened);
        Struct value = new Struct(schema);
        for (Field field : struct.schema().fields()) {
            if (field.schema().type() == Schema.Type.STRUCT) {
                Struct inner = struct.getStruct(field.name());
                for (Field one : field.schema().fields()) {
                    value.put(name(field, one), inner == null ? null : inner.get(one));
                }
            } else {
                value.put(field.name(), struct.get(field));
            }
        }
        return new SchemaAndValue(schema, value);
    }

    private static boolean isNested(Schema schema) {
        return schema.name() != null
                && schema.name().startsWith(RESULTS)
                && schema.fields().stream().anyMatch(field -> field.schema().type() == Schema.Type.STRUCT);
    }

    private static Schema flattened(Schema schema) {
        SchemaBuilder flat = SchemaBuilder.struct().name(schema.name()).doc(schema.doc());
        for (Field field : schema.fields()) {
            if (field.schema().type() == Schema.Type.STRUCT) {
                field.schema().fields().forEach(one -> flat.field(name(field, one), optional(one.schema())));
            } else {
                flat.field(field.name(), field.schema());
            }
        }
        return flat.build();
    }

    private static Schema optional(Schema schema) {
        return new SchemaBuilder(schema.type())
                .name(schema.name())
                .version(schema.version())
                .doc(schema.doc())
                .optional()
                .build();
    }

    private static String name(Field outer, Field inner) {
        return outer.name()
                + Character.toUpperCase(inner.name().charAt(0))
                + inner.name().substring(1);
    }
}

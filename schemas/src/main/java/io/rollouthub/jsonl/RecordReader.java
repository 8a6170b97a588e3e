package io.rollouthub.jsonl;

import com.fasterxml.jackson.databind.JsonNode;
import io.rollouthub.report.EventKind;
import io.rollouthub.serde.OwnRecords;
import io.rollouthub.text.Identifier;
import io.rollouthub.text.Quoted;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Turns a JSON object into the record that its {@code type} names, as that record's schema says, field by field. */
public final class RecordReader {
    private static final String TYPE = "type";

    private RecordReader() {}

    /** Reads one of the four event records; {@code others} are fields on the line that are not the event's. */
    public static SpecificRecord event(JsonNode line, Set<String> others) throws BadLineException {
        if (!line.isObject()) {
            throw new BadLineException("expected an object, found " + JsonValues.kind(line));
        }
        return record(line, "", EventKind.schemas(), others);
    }

    private static SpecificRecord record(JsonNode object, String prefix, List<Schema> types, Set<String> others)
            throws BadLineException {
        Schema schema = type(object, prefix, types);
        SpecificRecord record = OwnRecords.empty(schema);
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (schema.getField(name) == null && !name.equals(TYPE) && !others.contains(name)) {
                String shown = Identifier.isValid(name) ? name : Quoted.of(name);
                throw new BadLineException(prefix + shown, "unknown field of a " + schema.getName());
            }
        }
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), value(object.get(field.name()), prefix + field.name(), field.schema()));
        }
        return record;
    }

    private static Schema type(JsonNode object, String prefix, List<Schema> types) throws BadLineException {
        String choice = "one of " + types.stream().map(Schema::getName).collect(Collectors.joining(", "));
        JsonNode node = object.get(TYPE);
        if (node == null) {
            throw new BadLineException(prefix + TYPE, "missing; give " + choice);
        }
        String type = JsonValues.text(node, prefix + TYPE);
        return types.stream()
                .filter(one -> one.getName().equals(type))
                .findFirst()
                .orElseThrow(
                        () -> new BadLineException(prefix + TYPE, Quoted.of(type) + " is not known; give " + choice));
    }

    private static @Nullable Object value(@Nullable JsonNode node, String path, Schema schema) throws BadLineException {
        if (node != null && !node.isNull()) {
            return present(node, path, schema);
        }
        if (!schema.isNullable()) {
            throw new BadLineException(path, node == null ? "missing" : "must not be null");
        }
        return null;
    }

    private static Object present(JsonNode node, String path, Schema schema) throws BadLineException {
        LogicalType logical = schema.getLogicalType();
        return switch (schema.getType()) {
            case UNION -> union(node, path, schema);
            case STRING -> JsonValues.text(node, path);
            case ENUM -> OwnRecords.constant(schema, JsonValues.text(node, path));
            case INT ->
                logical instanceof LogicalTypes.Date
                        ? JsonValues.date(node, path)
                        : (Object) JsonValues.wholeNumber(node, path);
            case LONG -> JsonValues.instant(node, path);
            case BYTES -> JsonValues.amount(node, path);
            default -> throw new IllegalStateException(path + " is of a type that events do not use: " + schema);
        };
    }

    /** Null and one other type, or null and records of which {@code type} chooses. */
    private static Object union(JsonNode node, String path, Schema union) throws BadLineException {
        List<Schema> branches = union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
        if (branches.get(0).getType() != Schema.Type.RECORD) {
            return present(node, path, branches.get(0));
        }
        if (!node.isObject()) {
            throw new BadLineException(path, "expected an object, found " + JsonValues.kind(node));
        }
        return record(node, path + ".", branches, Set.of());
    }
}

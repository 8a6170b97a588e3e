package io.rollouthub.connect.converter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/** Connect's data as Avro's, of the schema that readers expect: fields go by their names, never by their order. */
final class AvroByName {
    private static final long MILLIS_A_DAY = 86_400_000;

    private AvroByName() {}

    /** The value as the schema wants it; throws a DataException that names the path of what does not fit, and why. */
    static @Nullable Object of(Schema schema, @Nullable Object value, String path) {
        if (schema.getType() == Schema.Type.UNION) {
            return union(schema, value, path);
        }
        if (value == null) {
            throw new DataException(
                    path + " is missing, and " + schema.getType().getName() + " is required");
        }
        return switch (schema.getType()) {
            case RECORD -> record(schema, as(Struct.class, value, schema, path), path);
            case ENUM -> symbol(schema, as(String.class, value, schema, path), path);
            case STRING -> as(CharSequence.class, value, schema, path).toString();
            case BOOLEAN -> as(Boolean.class, value, schema, path);
            case INT -> integer(schema, value, path);
            case LONG ->
                value instanceof java.util.Date date && schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                        ? date.getTime()
                        : whole(schema, value, path);
            case FLOAT -> as(Number.class, value, schema, path).floatValue();
            case DOUBLE -> as(Number.class, value, schema, path).doubleValue();
            case BYTES -> bytes(schema, value, path);
            case ARRAY -> array(schema, as(List.class, value, schema, path), path);
            case MAP -> map(schema, as(Map.class, value, schema, path), path);
            default -> throw new DataException(path + " is of type " + schema.getType() + ", which has no mapping");
        };
    }

    private static GenericData.Record record(Schema schema, Struct struct, String path) {
        for (Field field : struct.schema().fields()) {
            if (schema.getField(field.name()) == null && struct.getWithoutDefault(field.name()) != null) {
                throw new DataException(path + "." + field.name() + ": " + schema.getFullName() + " has no such field");
            }
        }
        GenericData.Record record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            boolean given = struct.schema().field(field.name()) != null;
            Object value = given ? struct.get(field.name()) : null;
            record.put(
                    field.pos(),
                    value == null && field.hasDefaultValue()
                            ? GenericData.get().getDefaultValue(field)
                            : of(field.schema(), value, path + "." + field.name()));
        }
        return record;
    }

    private static @Nullable Object union(Schema union, @Nullable Object value, String path) {
        if (value == null) {
            if (union.isNullable()) {
                return null;
            }
            throw new DataException(path + " is missing, and one of " + union.getTypes() + " is required");
        }
        List<Schema> branches = union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
        if (branches.size() == 1) {
            return of(branches.get(0), value, path);
        }
        if (value instanceof Struct struct) {
            Integer branch = union.getIndexNamed(struct.schema().name());
            if (branch != null) {
                return of(union.getTypes().get(branch), struct, path);
            }
            for (Field field : struct.schema().fields()) {
                Object inside = struct.get(field.name());
                if (inside != null) {
                    return union(union, inside, path);
                }
            }
        }
        throw new DataException(path + " is none of "
                + branches.stream().map(Schema::getFullName).toList());
    }

    private static GenericData.EnumSymbol symbol(Schema schema, String symbol, String path) {
        if (!schema.hasEnumSymbol(symbol)) {
            throw new DataException(path + " is '" + symbol + "', expected one of " + schema.getEnumSymbols());
        }
        return new GenericData.EnumSymbol(schema, symbol);
    }

    private static int integer(Schema schema, Object value, String path) {
        if (value instanceof java.util.Date date && schema.getLogicalType() instanceof LogicalTypes.Date) {
            if (Math.floorMod(date.getTime(), MILLIS_A_DAY) != 0) {
                throw new DataException(path + " is " + date.toInstant() + ", expected a date without a time of day");
            }
            return Date.fromLogical(Date.SCHEMA, date);
        }
        return Math.toIntExact(whole(schema, value, path));
    }

    private static long whole(Schema schema, Object value, String path) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        throw misfit(schema, value, path);
    }

    private static ByteBuffer bytes(Schema schema, Object value, String path) {
        LogicalType type = schema.getLogicalType();
        if (value instanceof BigDecimal number && type instanceof LogicalTypes.Decimal decimal) {
            BigDecimal scaled = number.setScale(decimal.getScale(), RoundingMode.DOWN);
            if (scaled.compareTo(number) == 0 && scaled.precision() <= decimal.getPrecision()) {
                return ByteBuffer.wrap(scaled.unscaledValue().toByteArray());
            }
            throw new DataException(path + " is " + number.toPlainString() + ", expected at most "
                    + decimal.getPrecision() + " digits, " + decimal.getScale() + " of them behind the point");
        }
        if (value instanceof ByteBuffer buffer) {
            return buffer;
        }
        return ByteBuffer.wrap(as(byte[].class, value, schema, path));
    }

    private static List<@Nullable Object> array(Schema schema, List<?> list, String path) {
        GenericData.Array<@Nullable Object> array = new GenericData.Array<>(list.size(), schema);
        for (Object element : list) {
            array.add(of(schema.getElementType(), element, path + "[" + array.size() + "]"));
        }
        return array;
    }

    private static Map<String, @Nullable Object> map(Schema schema, Map<?, ?> entries, String path) {
        Map<String, @Nullable Object> map = new HashMap<>();
        entries.forEach((key, value) -> map.put(key.toString(), of(schema.getValueType(), value, path + "." + key)));
        return map;
    }

    private static <T> T as(Class<T> type, Object value, Schema schema, String path) {
        if (!type.isInstance(value)) {
            throw misfit(schema, value, path);
        }
        return type.cast(value);
    }

    private static DataException misfit(Schema schema, Object value, String path) {
        String wanted = schema.getLogicalType() == null
                ? schema.getType().getName()
                : schema.getLogicalType().getName();
        return new DataException(
                path + " is of Java's type " + value.getClass().getSimpleName() + ", expected Avro's " + wanted);
    }
}

package io.rollouthub.hub.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Records as the rows that they ought to be, and tables as they are: column by column, each value as text. */
final class SqlRows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SqlRows() {}

    /** A record as a row; the fields of a record within it are columns of their own. */
    static Map<String, String> of(SpecificRecord record) {
        Map<String, String> row = new TreeMap<>();
        add("", record.getSchema(), record, row);
        return row;
    }

    private static void add(String prefix, Schema schema, @Nullable SpecificRecord record, Map<String, String> row) {
        for (Schema.Field field : schema.getFields()) {
            Object value = record == null ? null : record.get(field.pos());
            String words = prefix.isEmpty() ? "([A-Z]|\\d+)" : "([A-Z])"; // p_50, but evidence_p50
            String column = prefix + field.name().replaceAll(words, "_$1").toLowerCase(Locale.ROOT);
            Schema inner = inner(field.schema());
            if (inner == null) {
                row.put(column, text(value));
            } else {
                add(column + "_", inner, (SpecificRecord) value, row);
            }
        }
    }

    /** The schema of a record that may be missing, or null. */
    private static @Nullable Schema inner(Schema schema) {
        return !schema.isUnion()
                ? null
                : schema.getTypes().stream()
                        .filter(one -> one.getType() == Schema.Type.RECORD)
                        .findFirst()
                        .orElse(null);
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(SqlRows::text).toList().toString();
        }
        return String.valueOf(value);
    }

    /** The rows of a table, by the column {@code key}. */
    static Map<String, Map<String, String>> in(Postgres database, String table) {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        for (String json : database.query("select row_to_json(" + table + ") from " + table)) {
            Map<String, String> row = row(json);
            rows.put(String.valueOf(row.remove("key")), row);
        }
        return rows;
    }

    private static Map<String, String> row(String json) {
        try {
            Map<String, String> row = new TreeMap<>();
            JSON.readTree(json).properties().forEach(column -> row.put(column.getKey(), text(column.getValue())));
            return row;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        if (value.isArray()) {
            return JSON.convertValue(value, List.class).toString();
        }
        String text = value.asText();
        return text.matches("\\d{4}-\\d\\d-\\d\\dT.*") ? instant(text).toString() : text;
    }

    /** A point in time without a zone, which is in UTC. */
    private static Instant instant(String text) {
        return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}

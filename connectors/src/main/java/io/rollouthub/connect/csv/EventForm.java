package io.rollouthub.connect.csv;

import io.rollouthub.text.Quoted;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A list of events: each row is one.
 *
 * @param record which of the four records it is
 * @param fields where each field stands; see {@link EventFields#paths}
 */
record EventForm(Cell record, Map<String, Cell> fields, DateForms dates, Reporting reporting) implements RowForm {
    private static final int DECIMALS = 2;

    @Override
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        addColumn(columns, record);
        fields.values().forEach(cell -> addColumn(columns, cell));
        addColumn(columns, reporting.time().cell());
        return columns;
    }

    private static void addColumn(Set<String> columns, @Nullable Cell cell) {
        if (cell != null && cell.column() != null) {
            columns.add(cell.column());
        }
    }

    @Override
    public RowReader open(DroppedFile file, List<Row> rows, FileProgress progress) {
        return new EventReader(this, file, progress);
    }

    /** The event of a row, checked. */
    SpecificRecord read(Row row, DroppedFile file) throws BadRowException {
        SpecificRecord event = EventFields.event(record.required(row));
        Schema schema = event.getSchema();
        refuseForeign(row, schema);
        for (Schema.Field field : schema.getFields()) {
            event.put(
                    field.pos(),
                    switch (field.name()) {
                        case "supplier" -> reporting.supplier();
                        case "reportedAt" -> reporting.time().of(row, file);
                        case "eventId" -> fields.containsKey("eventId") ? value(field.schema(), "eventId", row) : "";
                        case EventFields.TARGET -> target(row);
                        default -> value(field.schema(), field.name(), row);
                    });
        }
        if (!fields.containsKey("eventId")) {
            event.put(Objects.requireNonNull(schema.getField("eventId")).pos(), EventId.of(event));
        }
        reporting.checks().require(event);
        return event;
    }

    /** Refuses a cell that says something which this record has no field for; it may be another record's by mistake. */
    private void refuseForeign(Row row, Schema schema) throws BadRowException {
        Set<String> used = new HashSet<>();
        fields.forEach((path, cell) -> {
            if (isOf(schema, path)) {
                addColumn(used, cell);
            }
        });
        for (Map.Entry<String, Cell> field : fields.entrySet()) {
            String column = field.getValue().column();
            if (column != null
                    && !used.contains(column)
                    && !isOf(schema, field.getKey())
                    && field.getValue().text(row) != null) {
                throw new BadRowException(
                        field.getKey() + " is no field of a " + schema.getName() + "; leave its cell blank");
            }
        }
    }

    private static boolean isOf(Schema schema, String path) {
        int dot = path.indexOf('.');
        return schema.getField(dot < 0 ? path : path.substring(0, dot)) != null;
    }

    private @Nullable SpecificRecord target(Row row) throws BadRowException {
        String typePath = EventFields.TARGET + "." + EventFields.TYPE;
        String type = text(typePath, row);
        if (type == null) {
            for (Map.Entry<String, Cell> field : fields.entrySet()) {
                boolean within = field.getKey().startsWith(EventFields.TARGET + ".");
                if (within
                        && field.getValue().column() != null
                        && field.getValue().text(row) != null) {
                    throw new BadRowException(field.getKey() + " is given without " + typePath);
                }
            }
            return null;
        }
        SpecificRecord target = EventFields.target(type);
        for (Schema.Field field : target.getSchema().getFields()) {
            target.put(field.pos(), value(field.schema(), EventFields.TARGET + "." + field.name(), row));
        }
        return target;
    }

    private @Nullable Object value(Schema schema, String path, Row row) throws BadRowException {
        String text = text(path, row);
        if (text != null) {
            return present(schema, path, text);
        }
        if (!schema.isNullable()) {
            throw new BadRowException(path + " is blank");
        }
        return null;
    }

    private @Nullable String text(String path, Row row) throws BadRowException {
        Cell cell = fields.get(path);
        return cell == null ? null : cell.text(row);
    }

    private Object present(Schema schema, String path, String text) throws BadRowException {
        return switch (schema.getType()) {
            case UNION -> present(schema.getTypes().get(1), path, text);
            case STRING -> text;
            case ENUM -> EventFields.constant(schema, path, text);
            case INT -> schema.getLogicalType() instanceof LogicalTypes.Date ? date(path, text) : number(path, text);
            case BYTES -> amount(path, text);
            default -> throw new IllegalStateException(path + " is of a type that events do not use: " + schema);
        };
    }

    private Object date(String path, String text) throws BadRowException {
        try {
            return dates.parse(text);
        } catch (BadRowException e) {
            throw new BadRowException(path + ": " + e.getMessage());
        }
    }

    private static Object number(String path, String text) throws BadRowException {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new BadRowException(path + ": " + Quoted.of(text) + " is no whole number");
        }
    }

    private static Object amount(String path, String text) throws BadRowException {
        if (!text.matches("-?[0-9]{1,16}(\\.[0-9]{1,2})?")) {
            throw new BadRowException(path + ": " + Quoted.of(text) + " is no amount; write it like 996000000.00");
        }
        return new BigDecimal(text).setScale(DECIMALS);
    }
}

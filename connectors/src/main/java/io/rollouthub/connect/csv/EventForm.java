package io.rollouthub.connect.csv;

import io.rollouthub.connect.csv.CsvTable.Row;
import io.rollouthub.connect.csv.DropFolder.DroppedFile;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.text.Quoted;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A list of events: each row is one. The line of the last one sent is written down with it, so that reading goes on behind
 * it; a file that has been read under its name with this very content is not sent again.
 *
 * @param record which of the four records it is
 * @param fields where each field stands; see {@link EventFields#paths}
 */
record EventForm(Cell record, Map<String, Cell> fields, Reporting reporting) implements RowForm {
    private static final int DECIMALS = 2;
    private static final String LINE = "line";

    @Override
    public Stream<Cell> cells() {
        return Stream.of(Stream.of(record), fields.values().stream(), Stream.ofNullable(reporting.at()))
                .flatMap(cells -> cells);
    }

    @Override
    public Reader open(DroppedFile file, List<Row> rows, HubProgress progress) {
        Map<String, String> partition = file.partition();
        Map<String, ?> offset = progress.of(Set.of(partition)).get(partition);
        int sentUpTo = offset == null ? 0 : Integer.parseInt(String.valueOf(offset.get(LINE)));
        Map<String, Integer> lineOfId = new HashMap<>();
        return row -> {
            // What was sent is judged again all the same, as its refusals are to be written down again.
            SpecificRecord event = read(row, file);
            String id = ReportedEvent.of(event).eventId();
            Integer first = lineOfId.putIfAbsent(id, row.line());
            if (first != null) {
                throw new BadRowException("eventId " + id + " stands on line " + first + " already");
            }
            return row.line() <= sentUpTo
                    ? List.of()
                    : List.of(new Outgoing(event, partition, Map.of(LINE, Integer.toString(row.line()))));
        };
    }

    /** The event of a row, checked. */
    private SpecificRecord read(Row row, DroppedFile file) throws BadRowException {
        SpecificRecord event = EventFields.event(record.required(row));
        Schema schema = event.getSchema();
        refuseForeign(row, schema);
        boolean hasId = fields.containsKey(EventFields.ID);
        for (Schema.Field field : schema.getFields()) {
            event.put(
                    field.pos(),
                    switch (field.name()) {
                        case "supplier" -> reporting.supplier();
                        case "reportedAt" -> reporting.time(row, file);
                        case EventFields.ID -> hasId ? value(field.schema(), EventFields.ID, row) : "";
                        case EventFields.TARGET -> target(row);
                        default -> value(field.schema(), field.name(), row);
                    });
        }
        if (!hasId) {
            event.put(Objects.requireNonNull(schema.getField(EventFields.ID)).pos(), EventFields.id(event));
        }
        reporting.require(event);
        return event;
    }

    /** Refuses a cell that says something which this record has no field for; it may be another record's by mistake. */
    private void refuseForeign(Row row, Schema schema) throws BadRowException {
        Set<String> used = fields.entrySet().stream()
                .filter(field -> isOf(schema, field.getKey()))
                .flatMap(field -> Stream.ofNullable(field.getValue().column()))
                .collect(Collectors.toSet());
        for (Map.Entry<String, Cell> field : fields.entrySet()) {
            if (!used.contains(field.getValue().column())
                    && !isOf(schema, field.getKey())
                    && isFilled(field.getValue(), row)) {
                throw new BadRowException(
                        field.getKey() + " is no field of a " + schema.getName() + "; leave its cell blank");
            }
        }
    }

    private static boolean isOf(Schema schema, String path) {
        return schema.getField(path.replaceFirst("\\..*", "")) != null;
    }

    private static boolean isFilled(Cell cell, Row row) throws BadRowException {
        return cell.column() != null && cell.text(row) != null;
    }

    private @Nullable SpecificRecord target(Row row) throws BadRowException {
        String typePath = EventFields.TARGET + "." + EventFields.TYPE;
        String type = text(typePath, row);
        if (type == null) {
            for (Map.Entry<String, Cell> field : fields.entrySet()) {
                if (field.getKey().startsWith(EventFields.TARGET + ".") && isFilled(field.getValue(), row)) {
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
            case INT ->
                schema.getLogicalType() instanceof LogicalTypes.Date ? reporting.date(path, text) : number(path, text);
            case BYTES -> amount(path, text);
            default -> throw new IllegalStateException(path + " is of a type that events do not use: " + schema);
        };
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

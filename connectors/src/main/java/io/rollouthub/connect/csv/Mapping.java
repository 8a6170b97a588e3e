package io.rollouthub.connect.csv;

import io.rollouthub.programme.Programme;
import io.rollouthub.text.Quoted;
import io.rollouthub.yamlfile.Section;
import io.rollouthub.yamlfile.Value;
import io.rollouthub.yamlfile.YamlFile;
import io.rollouthub.yamlfile.YamlFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the file, YAML or JSON, says that tells who reports, and which columns make which event. */
record Mapping(String supplier, Layout layout, RowForm form) {
    /** @param programme under which the events are checked; null: as far as they can be without */
    static Mapping read(Path file, @Nullable Programme programme, InstantSource clock) throws YamlFileException {
        return YamlFile.read(file, value -> mapping(value, programme, clock));
    }

    private static Mapping mapping(Value file, @Nullable Programme programme, InstantSource clock) {
        Section section = new Section(
                file, List.of("supplier", "zone"), List.of("file", "dates", "reported-at", "sheet", "events"));
        String supplier = section.read("supplier", Value::identifier).orElse("");
        ZoneId zone = section.read("zone", Mapping::zone).orElse(ZoneOffset.UTC);
        DateForms dates = section.read("dates", Mapping::dates).orElse(DateForms.ISO);
        Cell reportedAt = section.read("reported-at", Cell::read).orElse(null);
        Reporting reporting =
                new Reporting(supplier, reportedAt, dates, zone, Reporting.checks(programme, supplier, zone), clock);
        RowForm sheet = section.read("sheet", value -> sheet(value, reporting)).orElse(null);
        RowForm events =
                section.read("events", value -> events(value, reporting)).orElse(null);
        if ((sheet == null) == (events == null) && file.isMapping()) {
            file.mistake("give either sheet, for a row per site with its dates, or events, for a row per event");
        }
        RowForm form = sheet != null ? sheet : events;
        return new Mapping(
                supplier,
                section.read("file", Layout::read).orElse(Layout.USUAL),
                // A stand-in after a mistake that has been noted, so never used.
                form != null ? form : new EventForm(Cell.NONE, Map.of(), reporting));
    }

    private static ZoneId zone(Value value) {
        String zone = value.text();
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            if (!zone.isEmpty()) {
                value.mistake("no zone " + Quoted.of(zone) + "; give an IANA name such as Europe/London");
            }
            return ZoneOffset.UTC;
        }
    }

    private static DateForms dates(Value value) {
        List<Value> items = listed(value);
        if (items.isEmpty()) {
            value.mistake("there must be at least one form, such as dd/MM/yyyy");
        }
        for (Value item : items) {
            String pattern = item.text();
            try {
                new DateForms(List.of(pattern));
            } catch (IllegalArgumentException e) {
                item.mistake(Quoted.of(pattern) + " is no form of dates; write it like dd/MM/yyyy");
                return DateForms.ISO;
            }
        }
        return new DateForms(items.stream().map(Value::text).toList());
    }

    private static List<Value> listed(Value value) {
        return value.isList() ? value.items() : List.of(value);
    }

    private static RowForm sheet(Value value, Reporting reporting) {
        Section section = new Section(
                value,
                List.of("cluster", "site", "product", "release", "planned", "actual"),
                List.of("site-name", "source", "status"));
        Map<String, Cell> fields = new LinkedHashMap<>();
        for (String key :
                List.of("cluster", "site", "product", "release", "site-name", "source", "planned", "actual")) {
            section.read(key, Cell::read).ifPresent(cell -> fields.put(key, cell));
        }
        Set<String> cancelled = new HashSet<>();
        section.read("status", status -> status(status, cancelled)).ifPresent(cell -> fields.put("status", cell));
        return new SheetForm(fields, cancelled, reporting);
    }

    private static Cell status(Value value, Set<String> cancelled) {
        Section section = new Section(value, List.of("column", "cancelled"), List.of());
        section.read("cancelled", Mapping::listed).orElse(List.of()).forEach(word -> cancelled.add(word.text()));
        return Cell.ofColumn(section.read("column", Value::text).orElse(""));
    }

    private static RowForm events(Value value, Reporting reporting) {
        Section section = new Section(value, List.of("record", "fields"), List.of());
        Map<String, Cell> fields = new LinkedHashMap<>();
        section.read("fields", Value::entries).orElse(Map.of()).forEach((path, cell) -> {
            if (path.equals("reportedAt")) {
                cell.mistake("is given as reported-at, beside supplier and zone");
            } else if (!EventFields.paths().contains(path)) {
                cell.mistake("no field of an event; fields are " + String.join(", ", EventFields.paths()));
            }
            fields.put(path, Cell.read(cell));
        });
        Cell record = section.read("record", Cell::read).orElse(Cell.NONE);
        String name = record.value();
        if (name != null && !name.isEmpty() && !EventFields.EVENTS.contains(name)) {
            section.read("record", found -> {
                found.mistake(Quoted.of(name) + " is not known; give one of " + String.join(", ", EventFields.EVENTS)
                        + ", or a column that holds them");
                return found;
            });
        }
        return new EventForm(record, fields, reporting);
    }
}

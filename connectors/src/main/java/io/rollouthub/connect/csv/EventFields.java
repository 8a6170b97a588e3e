package io.rollouthub.connect.csv;

import io.rollouthub.report.CommitmentTarget;
import io.rollouthub.report.EventKind;
import io.rollouthub.serde.OwnRecords;
import io.rollouthub.text.Quoted;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.commons.codec.digest.DigestUtils;

/** The records that a row can be, the targets that a commitment can have, and the names of all their fields. */
final class EventFields {
    static final String ID = "eventId";
    static final String TARGET = "target";
    static final String TYPE = "type";

    private static final int DIGITS = 32;

    /** The names of the event records. */
    static final Set<String> EVENTS = names(EventKind.schemas());

    private EventFields() {}

    private static Set<String> names(List<Schema> records) {
        return new TreeSet<>(records.stream().map(Schema::getName).toList());
    }

    /** The names of all fields that a mapping may fill; those of a target as {@code target.count}. */
    static Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        EventKind.schemas().forEach(event -> event.getFields().forEach(field -> paths.add(field.name())));
        CommitmentTarget.schemas()
                .forEach(target -> target.getFields().forEach(field -> paths.add(TARGET + "." + field.name())));
        paths.add(TARGET + "." + TYPE);
        paths.remove(TARGET);
        paths.remove("supplier"); // the mapping's own
        paths.remove("reportedAt"); // likewise, as reported-at
        return paths;
    }

    static SpecificRecord event(String name) throws BadRowException {
        return record("record", name, EventKind.schemas());
    }

    static SpecificRecord target(String name) throws BadRowException {
        return record(TARGET + "." + TYPE, name, CommitmentTarget.schemas());
    }

    private static SpecificRecord record(String field, String name, List<Schema> known) throws BadRowException {
        return known.stream()
                .filter(schema -> schema.getName().equals(name))
                .findFirst()
                .map(OwnRecords::empty)
                .orElseThrow(() -> unknown(field, name, names(known)));
    }

    /** The constant for a word, whatever its case. */
    static Object constant(Schema schema, String field, String word) throws BadRowException {
        List<String> words = schema.getEnumSymbols().stream()
                .filter(symbol -> !symbol.equals(schema.getEnumDefault()))
                .toList();
        for (String symbol : words) {
            if (symbol.equalsIgnoreCase(word)) {
                return OwnRecords.constant(schema, symbol);
            }
        }
        throw unknown(field, word, words);
    }

    /** An identifier made of all that an event says, whose other fields are set: a repeat, and it alone, has it too. */
    static String id(SpecificRecord event) {
        StringBuilder content = new StringBuilder(event.getSchema().getName());
        for (Schema.Field field : event.getSchema().getFields()) {
            if (!field.name().equals(ID)) {
                String value = String.valueOf(event.get(field.pos()));
                // The length makes it plain where a value ends, whatever it holds.
                content.append('\n').append(String.join(" ", field.name(), Integer.toString(value.length()), value));
            }
        }
        return "csv-" + DigestUtils.sha256Hex(content.toString()).substring(0, DIGITS);
    }

    private static BadRowException unknown(String field, String word, Collection<String> known) {
        return new BadRowException(
                field + ": " + Quoted.of(word) + " is not known; give one of " + String.join(", ", known));
    }
}

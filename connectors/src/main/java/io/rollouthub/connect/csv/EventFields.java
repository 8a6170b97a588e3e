package io.rollouthub.connect.csv;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseDelivered;
import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.event.ReleaseStage;
import io.rollouthub.text.Quoted;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** The records that a row can be, the targets that a commitment can have, and the names of all their fields. */
final class EventFields {
    static final String TARGET = "target";
    static final String TYPE = "type";

    private static final Map<String, Supplier<SpecificRecord>> EVENTS = new TreeMap<>(Map.of(
            "GoLiveEvent", GoLiveEvent::new,
            "ReleaseEvent", ReleaseEvent::new,
            "MilestoneEvent", MilestoneEvent::new,
            "ContractEvent", ContractEvent::new));
    private static final Map<String, Supplier<SpecificRecord>> TARGETS = new TreeMap<>(Map.of(
            "GoLiveCount", GoLiveCount::new,
            "ReleaseDelivered", ReleaseDelivered::new,
            "ContractSigned", ContractSigned::new));
    private static final Map<String, Function<String, Enum<?>>> ENUMS = Map.of(
            "GoLiveStatus", GoLiveStatus::valueOf,
            "ReleaseStage", ReleaseStage::valueOf,
            "MilestoneStatus", MilestoneStatus::valueOf,
            "ContractStage", ContractStage::valueOf);

    private EventFields() {}

    /** The names of the event records. */
    static Set<String> events() {
        return EVENTS.keySet();
    }

    /** The names of all fields that a mapping may fill; those of a target as {@code target.count}. */
    static Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        EVENTS.values().forEach(event -> event.get().getSchema().getFields().forEach(field -> paths.add(field.name())));
        TARGETS.values()
                .forEach(target ->
                        target.get().getSchema().getFields().forEach(field -> paths.add(TARGET + "." + field.name())));
        paths.add(TARGET + "." + TYPE);
        paths.remove(TARGET);
        paths.remove("supplier"); // the mapping's own
        paths.remove("reportedAt"); // likewise, as reported-at
        return paths;
    }

    static SpecificRecord event(String name) throws BadRowException {
        return empty(EVENTS, name, "record");
    }

    static SpecificRecord target(String name) throws BadRowException {
        return empty(TARGETS, name, TARGET + "." + TYPE);
    }

    private static SpecificRecord empty(Map<String, Supplier<SpecificRecord>> records, String name, String field)
            throws BadRowException {
        Supplier<SpecificRecord> record = records.get(name);
        if (record == null) {
            throw new BadRowException(field + ": " + Quoted.of(name) + " is not known; give one of "
                    + String.join(", ", records.keySet()));
        }
        return record.get();
    }

    /** The constant for a word, whatever its case. */
    static Enum<?> constant(Schema schema, String field, String word) throws BadRowException {
        for (String symbol : schema.getEnumSymbols()) {
            Function<String, Enum<?>> constants = ENUMS.get(schema.getName());
            if (symbol.equalsIgnoreCase(word) && !symbol.equals(schema.getEnumDefault()) && constants != null) {
                return constants.apply(symbol);
            }
        }
        throw new BadRowException(field + ": " + Quoted.of(word) + " is not known; give one of "
                + String.join(
                        ", ",
                        schema.getEnumSymbols().stream()
                                .filter(symbol -> !symbol.equals(schema.getEnumDefault()))
                                .toList()));
    }
}

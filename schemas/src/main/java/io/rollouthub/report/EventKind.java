package io.rollouthub.report;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.event.ReleaseStage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What suppliers report on, each kind with its event record; the one list of the four. */
public enum EventKind {
    GO_LIVE(GoLiveEvent::new, GoLiveStatus::valueOf, "site", "product", "release"),
    RELEASE(ReleaseEvent::new, ReleaseStage::valueOf, "product", "release"),
    COMMITMENT(MilestoneEvent::new, MilestoneStatus::valueOf, "milestone"),
    CONTRACT(ContractEvent::new, ContractStage::valueOf, "contract");

    private static final Map<String, EventKind> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventKind::recordName, Function.identity()));
    private static final Map<Class<?>, EventKind> BY_CLASS = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(kind -> kind.emptyRecord().getClass(), Function.identity()));

    private final Supplier<SpecificRecord> record;
    private final Function<String, Enum<?>> words;
    private final List<Field> thing;
    private final Schema schema;
    private final Field status;
    private final Set<EventStatus> statuses = EnumSet.noneOf(EventStatus.class);

    /** Where its record has what histories are ordered by, looked up once. */
    final int eventId;

    final int reportedAt;
    final int supplier;
    final int date;

    /**
     * @param words the constant of its status field's own enum for a word
     * @param thing the fields that say, within a cluster, what an event is about
     */
    EventKind(Supplier<SpecificRecord> record, Function<String, Enum<?>> words, String... thing) {
        this.record = record;
        this.words = words;
        this.schema = record.get().getSchema();
        this.thing = Stream.of(thing).map(schema::getField).toList();
        this.eventId = schema.getField("eventId").pos();
        this.reportedAt = schema.getField("reportedAt").pos();
        this.supplier = schema.getField("supplier").pos();
        this.date = schema.getField("date").pos();
        this.status = schema.getFields().stream()
                .filter(field -> field.schema().getType() == Schema.Type.ENUM)
                .findFirst()
                .orElseThrow();
        status.schema().getEnumSymbols().forEach(word -> statuses.add(EventStatus.valueOf(word)));
        statuses.remove(EventStatus.UNKNOWN);
    }

    /** The kind of an event, or null if the record is none of the four. */
    public static @Nullable EventKind of(SpecificRecord record) {
        return BY_CLASS.get(record.getClass());
    }

    /** The kind whose record has this name, such as {@code GoLiveEvent}; null if there is none. */
    public static @Nullable EventKind ofRecord(String name) {
        return BY_RECORD.get(name);
    }

    /** The schemas of the four event records. */
    public static List<Schema> schemas() {
        return Arrays.stream(values()).map(EventKind::schema).toList();
    }

    /** The schema of its event record. */
    public Schema schema() {
        return schema;
    }

    /** The name of its event record, without its namespace. */
    public String recordName() {
        return schema.getName();
    }

    /** An event of this kind whose fields are still to be put. */
    public SpecificRecord emptyRecord() {
        return record.get();
    }

    /** The field in which its events have their status, be it called so or stage. */
    public Field statusField() {
        return status;
    }

    /** The words that its events may have there; a newer writer's {@code UNKNOWN} is none of them. */
    public Set<EventStatus> statuses() {
        return statuses;
    }

    /**
     * The value of a status field for a word; for one that its schema lacks its default, as Avro reads a newer writer's.
     *
     * @param schema of one of the four status fields
     */
    public static Object statusValue(Schema schema, String word) {
        return Stream.of(values())
                .filter(kind -> kind.status.schema().equals(schema))
                .findFirst()
                .orElseThrow()
                .words
                .apply(schema.hasEnumSymbol(word) ? word : schema.getEnumDefault());
    }

    /** What an event of this kind is about, within its cluster; no part has a slash. */
    String idOf(SpecificRecord event) {
        return thing.stream().map(field -> (String) event.get(field.pos())).collect(Collectors.joining("/"));
    }
}

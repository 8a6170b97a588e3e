package io.rollouthub.report;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.ReleaseEvent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What suppliers report on, each kind with its event record; the one list of the four. */
public enum EventKind {
    GO_LIVE(GoLiveEvent.class, "site", "product", "release"),
    RELEASE(ReleaseEvent.class, "product", "release"),
    COMMITMENT(MilestoneEvent.class, "milestone"),
    CONTRACT(ContractEvent.class, "contract");

    private static final Map<Class<?>, EventKind> BY_CLASS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(kind -> kind.type, Function.identity()));

    private final Class<? extends SpecificRecord> type;
    private final List<Field> thing;
    private final Schema schema;
    private final Field status;
    private final Set<EventStatus> statuses = EnumSet.noneOf(EventStatus.class);

    /** Where its record has what histories are ordered by, looked up once. */
    final int eventId;

    final int reportedAt;
    final int supplier;
    final int date;
    final int replaces;

    /** @param thing the fields that say, within a cluster, what an event is about */
    EventKind(Class<? extends SpecificRecord> type, String... thing) {
        this.type = type;
        this.schema = SpecificData.get().getSchema(type);
        this.thing = Stream.of(thing).map(schema::getField).toList();
        this.eventId = schema.getField("eventId").pos();
        this.reportedAt = schema.getField("reportedAt").pos();
        this.supplier = schema.getField("supplier").pos();
        this.date = schema.getField("date").pos();
        this.replaces = schema.getField("replaces").pos();
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

    /** The schemas of the four event records. */
    public static List<Schema> schemas() {
        return Arrays.stream(values()).map(EventKind::schema).toList();
    }

    /** The schema of its event record. */
    public Schema schema() {
        return schema;
    }

    /** The field in which its events have their status, be it called so or stage. */
    public Field statusField() {
        return status;
    }

    /** The words that its events may have there; a newer writer's {@code UNKNOWN} is none of them. */
    public Set<EventStatus> statuses() {
        return statuses;
    }

    /** What an event of this kind is about, within its cluster; no part has a slash. */
    String idOf(SpecificRecord event) {
        return thing.stream().map(field -> (String) event.get(field.pos())).collect(Collectors.joining("/"));
    }
}

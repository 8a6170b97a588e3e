package io.rollouthub.jsonl;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** The generated classes by the names that stand in JSON, so that none is looked up by reflection. */
final class EventTypes {
    /** The names of the four event records. */
    static final List<String> EVENTS = List.of("GoLiveEvent", "ReleaseEvent", "MilestoneEvent", "ContractEvent");

    private static final Map<String, Supplier<SpecificRecord>> RECORDS = Map.of(
            "GoLiveEvent", GoLiveEvent::new,
            "ReleaseEvent", ReleaseEvent::new,
            "MilestoneEvent", MilestoneEvent::new,
            "ContractEvent", ContractEvent::new,
            "GoLiveCount", GoLiveCount::new,
            "ReleaseDelivered", ReleaseDelivered::new,
            "ContractSigned", ContractSigned::new);

    private static final Map<String, Function<String, Enum<?>>> ENUMS = Map.of(
            "GoLiveStatus", GoLiveStatus::valueOf,
            "ReleaseStage", ReleaseStage::valueOf,
            "MilestoneStatus", MilestoneStatus::valueOf,
            "ContractStage", ContractStage::valueOf);

    private EventTypes() {}

    /** A record whose fields are still to be put. */
    static SpecificRecord emptyRecord(String name) {
        return Objects.requireNonNull(RECORDS.get(name), name).get();
    }

    /** The constant for a word; for one that the enum lacks its default, as Avro reads a newer writer's. */
    static Enum<?> constant(Schema schema, String word) {
        return Objects.requireNonNull(ENUMS.get(schema.getName()), schema.getName())
                .apply(schema.hasEnumSymbol(word) ? word : schema.getEnumDefault());
    }
}

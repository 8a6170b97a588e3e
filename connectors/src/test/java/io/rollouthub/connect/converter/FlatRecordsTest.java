package io.rollouthub.connect.converter;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.Evidence;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Results as SQL sinks take them: no record within a record. */
class FlatRecordsTest {
    private final FlatRecords flat = new FlatRecords();
    private final ConnectData data = new ConnectData();

    @Test
    void theEvidenceOfATransitionBecomesColumnsOfIt() {
        GenericRecord evidence = new GenericData.Record(Evidence.getClassSchema());
        evidence.put("today", (int) LocalDate.of(2026, 7, 1).toEpochDay());
        evidence.put("expected", 1.3);

        Struct value = flattened(evidence);

        assertThat(value.schema().fields()).noneMatch(field -> field.schema().type() == Schema.Type.STRUCT);
        assertThat(value.schema().name()).isEqualTo("io.rollouthub.output.AlertTransition");
        assertThat(value.get("alertId")).isEqualTo("south/MILESTONE_AT_RISK/dozen");
        assertThat(value.get("evidenceExpected")).isEqualTo(1.3);
        assertThat(value.get("evidenceNamed")).isNull();
        assertThat(value.get("evidenceToday")).isNotNull();
        value.validate();
    }

    @Test
    void withoutEvidenceTheColumnsAreThereAndEmpty() {
        Struct value = flattened(null);

        assertThat(value.get("evidenceToday")).isNull();
        assertThat(value.get("evidenceExpected")).isNull();
        value.validate();
    }

    private Struct flattened(@Nullable GenericRecord evidence) {
        GenericRecord transition = new GenericData.Record(AlertTransition.getClassSchema());
        AlertTransition.getClassSchema().getFields().forEach(field -> {
            switch (field.schema().getType()) {
                case STRING -> transition.put(field.name(), "x");
                case INT -> transition.put(field.name(), 1);
                case LONG -> transition.put(field.name(), 0L);
                case ENUM ->
                    transition.put(
                            field.name(),
                            new GenericData.EnumSymbol(
                                    field.schema(),
                                    field.schema().getEnumSymbols().get(0)));
                case ARRAY -> transition.put(field.name(), List.of());
                default -> {}
            }
        });
        transition.put("alertId", "south/MILESTONE_AT_RISK/dozen");
        transition.put("evidence", evidence);
        SchemaAndValue record = data.of(AlertTransition.getClassSchema(), transition);
        return (Struct) flat.of(record).value();
    }
}

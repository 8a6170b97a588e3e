package io.rollouthub.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.ReleaseDelivered;
import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.registry.UnknownSchemaException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.junit.jupiter.api.Test;

class AvroWriterTest {
    private static final ReleaseDelivered R0 = new ReleaseDelivered("p", "R0");

    private final SchemaRegistry registry = SchemaRegistry.inMemory();
    private final AvroWriter writer = new AvroWriter(registry);

    @Test
    void aRecordIsAZeroByteTheSchemasIdInFourBytesAndAvrosBinaryForm() {
        registry.register("other", ContractSigned.getClassSchema().toString());
        int id = registry.register("targets", ReleaseDelivered.getClassSchema().toString());

        assertThat(writer.write("targets", R0)).containsExactly(0, 0, 0, 0, id, 1 << 1, 'p', 2 << 1, 'R', '0');
    }

    @Test
    void oneWriterServesManySubjects() {
        int r = registry.register("releases", ReleaseDelivered.getClassSchema().toString());
        int c = registry.register("contracts", ContractSigned.getClassSchema().toString());

        assertThat(writer.write("releases", R0)).startsWith(0, 0, 0, 0, r).hasSize(10);
        assertThat(writer.write("contracts", new ContractSigned("c"))).containsExactly(0, 0, 0, 0, c, 1 << 1, 'c');
        assertThat(writer.write("releases", new ReleaseDelivered("", "")))
                .as("nothing is left over from the record before")
                .containsExactly(0, 0, 0, 0, r, 0, 0);
    }

    @Test
    void underASubjectThatDoesNotHaveItsSchemaARecordIsNotWrittenAndTheSchemaIsNotRegistered() {
        registry.register("targets", ContractSigned.getClassSchema().toString());

        for (String subject : new String[] {"targets", "nothing"}) {
            assertThatThrownBy(() -> writer.write(subject, R0))
                    .isInstanceOf(UnknownSchemaException.class)
                    .hasMessageContaining(subject);
            assertThatThrownBy(() -> registry.idOf(
                            subject, ReleaseDelivered.getClassSchema().toString()))
                    .isInstanceOf(UnknownSchemaException.class);
        }
    }

    @Test
    void aSchemaThatIsRegisteredLaterIsFound() {
        assertThatThrownBy(() -> writer.write("targets", R0)).isInstanceOf(UnknownSchemaException.class);

        registry.register("targets", ReleaseDelivered.getClassSchema().toString());

        assertThat(writer.write("targets", R0)).hasSize(10);
    }

    @Test
    void withoutTheRegistrysAnswerNothingIsWritten() {
        try (SchemaRegistry unreachable = SchemaRegistry.at(Addresses.closed(), Map.of())) {
            assertThatThrownBy(() -> new AvroWriter(unreachable).write("targets", R0))
                    .isInstanceOf(RegistryUnavailableException.class);
        }
    }

    @Test
    void aValueThatDoesNotFitItsFieldIsRefusedAndTheNextRecordIsWrittenWhole() {
        registry.register("contracts", ContractEvent.getClassSchema().toString());
        byte[] good = writer.write("contracts", contract("1.25"));

        assertThatThrownBy(() -> writer.write("contracts", contract("1.255")))
                .as("a third decimal")
                .isInstanceOf(AvroRuntimeException.class);

        assertThat(writer.write("contracts", contract("1.25"))).isEqualTo(good);
    }

    private static ContractEvent contract(String value) {
        return ContractEvent.newBuilder()
                .setEventId("e-1")
                .setReportedAt(Instant.EPOCH)
                .setSupplier("fujitsu")
                .setCluster("south")
                .setContract("south-cerner")
                .setBuyer("fujitsu")
                .setProvider("cerner")
                .setStage(ContractStage.PREFERRED)
                .setValue(new BigDecimal(value))
                .build();
    }
}

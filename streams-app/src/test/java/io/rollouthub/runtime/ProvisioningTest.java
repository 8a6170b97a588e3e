package io.rollouthub.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.testkit.Npfit;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.Arrival;
import io.rollouthub.topology.LedgerStores;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class ProvisioningTest {
    private final SchemaRegistry registry = SchemaRegistry.inMemory();
    private final Provisioning provisioning = new Provisioning(Settings.with(Arrival.BROKER_TIME, Map.of()), registry);

    @Test
    void everySchemaThatIsEverWrittenIsRegisteredUnderItsSubject() {
        provisioning.registerSchemas(Npfit.PROGRAMME);

        Stream.of(
                        List.of(Topics.CONTROL, Topics.CLOCK, Topics.PROGRAMME, Topics.JOURNAL),
                        Topics.OF_LEDGER,
                        LedgerStores.schemas())
                .flatMap(List::stream)
                .forEach(topic -> assertKnown(topic.subject(), topic.schema()));
        for (String supplier : List.of("bt", "fujitsu")) {
            for (Schema event : List.of(
                    GoLiveEvent.getClassSchema(),
                    ReleaseEvent.getClassSchema(),
                    MilestoneEvent.getClassSchema(),
                    ContractEvent.getClassSchema())) {
                assertKnown(SupplierTopics.subject(SupplierTopics.in(supplier), event.getFullName()), event);
            }
        }
    }

    @Test
    void repeatingItIsHarmless() {
        provisioning.registerSchemas(Npfit.PROGRAMME);
        int id = registry.idOf(Topics.JOURNAL.subject(), Topics.JOURNAL.schema().toString());

        assertThatCode(() -> provisioning.registerSchemas(Npfit.PROGRAMME)).doesNotThrowAnyException();
        assertThat(registry.idOf(
                        Topics.JOURNAL.subject(), Topics.JOURNAL.schema().toString()))
                .isEqualTo(id);
    }

    private void assertKnown(String subject, Schema schema) {
        assertThat(new Schema.Parser().parse(registry.schemaOf(registry.idOf(subject, schema.toString()))))
                .as(subject)
                .isEqualTo(schema);
    }
}

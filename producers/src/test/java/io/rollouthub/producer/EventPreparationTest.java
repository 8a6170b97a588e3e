package io.rollouthub.producer;

import static io.rollouthub.testkit.Npfit.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.check.EventCheck;
import io.rollouthub.check.Reason;
import io.rollouthub.check.Refusal;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.journal.Tick;
import io.rollouthub.producer.EventPreparation.Prepared;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.testkit.Npfit;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class EventPreparationTest {
    private static final LocalDate DAY = LocalDate.of(2006, 7, 29);
    private static final EventCheck CHECK = new EventCheck(Npfit.programmeFor("fujitsu", "south"));

    private final EventPreparation preparation = preparation(new FakeHub().registry);

    @Test
    void whatIsFineIsReady() {
        Report report = Reports.on("south").release("millennium", "R0").planned("e-1", NOW, DAY);

        assertThat(preparation.prepare(report.by("fujitsu"))).isInstanceOfSatisfying(Prepared.Ready.class, ready -> {
            assertThat(ready.eventId()).isEqualTo("e-1");
            assertThat(ready.cluster()).isEqualTo("south");
            assertThat(ready.value()).startsWith((byte) 0);
        });
    }

    @Test
    void theFirstReasonOfTheGateIsTheReasonHere() {
        GoLiveReports south = Reports.on("south").goLive("weston", "millennium", "R0");

        assertThat(refusal(south.live("no good", NOW, DAY).by("bt")).reason()).isEqualTo(Reason.BAD_IDENTIFIER);
        assertThat(refusal(south.live("e-1", NOW.plusSeconds(301), DAY).by("fujitsu"))
                        .reason())
                .isEqualTo(Reason.REPORTED_IN_FUTURE);
        assertThat(refusal(south.live("e-1", NOW, LocalDate.of(2006, 11, 1)).by("fujitsu"))
                        .reason())
                .isEqualTo(Reason.HAPPENED_IN_FUTURE);
    }

    @Test
    void anEventThatLacksAFieldIsRefusedWithTheFieldsName() {
        assertThat(refusal(new GoLiveEvent()))
                .isEqualTo(new Refusal(
                        Reason.UNDECODABLE,
                        "the event cannot be written: null value for (non-nullable) string at GoLiveEvent.eventId"));
    }

    @Test
    void anAmountWithTooManyDecimalsIsRefused() {
        Report report = Reports.on("south")
                .contract("lsp", "nhs-cfh", "fujitsu")
                .worth(new BigDecimal("1.005"), "GBP")
                .signed("e-1", NOW, DAY);

        assertThat(refusal(report.by("fujitsu")).detail())
                .isEqualTo("the event cannot be written: Cannot encode decimal with scale 3 as scale 2 without rounding"
                        + " at ContractEvent.value");
    }

    @Test
    void aRecordThatIsNoEventIsRefused() {
        assertThat(refusal(new Tick()).detail()).startsWith("the record is io.rollouthub.journal.Tick; publish");
    }

    @Test
    void aMissingSchemaIsNamedWithWhoRegistersIt() {
        preparation.requireSchemas();

        assertThatThrownBy(preparation(SchemaRegistry.inMemory())::requireSchemas)
                .isInstanceOf(SupplierClientException.class)
                .hasMessage("the registry at memory does not hold this version of GoLiveEvent under"
                        + " rollout.in.fujitsu-io.rollouthub.event.GoLiveEvent; the hub's operator registers it with"
                        + " 'rollout admin apply'");
    }

    private Refusal refusal(SpecificRecord event) {
        return ((Prepared.Unfit) preparation.prepare(event)).refusal();
    }

    private static EventPreparation preparation(SchemaRegistry registry) {
        return new EventPreparation("rollout.in.fujitsu", registry, () -> CHECK, InstantSource.fixed(NOW));
    }
}

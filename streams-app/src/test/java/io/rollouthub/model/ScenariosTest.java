package io.rollouthub.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rollouthub.programme.Cluster;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programme.Thresholds;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model gives the result that was decided by hand for each scenario, whole. */
@Execution(ExecutionMode.CONCURRENT)
class ScenariosTest {
    private static final Programme PROGRAMME = Programme.newBuilder()
            .setProgramme("scenarios")
            .setName("Small decided cases")
            .setZone("America/Santiago")
            .setClusters(List.of(new Cluster("north", "North"), new Cluster("south", "South")))
            .setSuppliers(List.of(
                    Supplier.newBuilder()
                            .setSupplier("acme")
                            .setName("Acme")
                            .setClusters(List.of("north", "south"))
                            .build(),
                    Supplier.newBuilder()
                            .setSupplier("zeta")
                            .setName("Zeta")
                            .setClusters(List.of("north"))
                            .build()))
            .setThresholds(new Thresholds(0.20, null, 30, 3, 35))
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-same-instant",
                "02-until-is-the-due-day",
                "03-live-before-its-plan-arrives-late",
                "04-recommitted",
                "05-two-suppliers-repeats-replaced",
                "06-slips-and-no-date"
            })
    void aScenarioEndsAsDecided(String scenario) {
        JsonNode expected = Vectors.json(Vectors.text("scenarios/" + scenario + ".expected.json"));
        LocalDate until = LocalDate.parse(expected.path("until").asText());
        Replay replay = Replay.of(PROGRAMME, EventLines.of(Vectors.text("scenarios/" + scenario + ".jsonl")), until);

        ObjectNode found = (ObjectNode) ResultJson.of(replay, until);
        found.remove(List.of("evidence", "forecasts", "supplierRecords")); // the scenarios are older than these
        for (String field : List.of("milestones", "rates", "openAlerts", "transitions", "duplicates", "rejected")) {
            assertThat(found.path(field).toPrettyString())
                    .isEqualTo(expected.path(field).toPrettyString());
        }
        assertThat(found).isEqualTo(expected);
    }
}

package io.rollouthub.hub.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.output.Forecast;
import io.rollouthub.output.Outcome;
import io.rollouthub.output.SupplierRecord;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HubRecordTextTest {
    private static final LocalDate DUE = LocalDate.of(2006, 10, 31);

    private final ReadModel model = new ReadModel();

    private void forecast(String cluster, String milestone, int score, Outcome outcome) {
        model.publish(
                Topics.FORECASTS,
                cluster + "/" + milestone + "/" + DUE + "/30",
                new Forecast(cluster, milestone, DUE, 30, "bt", DUE.minusDays(30), score, outcome));
    }

    private void fourForecasts() {
        forecast("south", "a", 1_000, Outcome.NOT_MET);
        forecast("south", "b", 1_999, Outcome.MET);
        forecast("south", "c", 10_000, Outcome.MET);
        forecast("north", "d", 9_500, Outcome.NOT_MET);
        forecast("north", "e", 300, Outcome.OPEN);
        forecast("north", "f", 300, Outcome.VOID);
    }

    private void supplier() {
        model.publish(
                Topics.SUPPLIER_RECORDS,
                "south/bt",
                SupplierRecord.newBuilder()
                        .setCluster("south")
                        .setSupplier("bt")
                        .setPromisesKept(7)
                        .setPromisesBroken(5)
                        .setPromisesWithdrawn(1)
                        .setPromisesStanding(2)
                        .setStoodAt30(10)
                        .setKeptAt30(7)
                        .setForecasts30(4)
                        .setForecastsKept30(3)
                        .setSquares30(50_000_000)
                        .setBrier30(0.125)
                        .setBrierOfPromise30(0.25)
                        .setStoodAt90(3)
                        .setKeptAt90(0)
                        .setForecasts90(0)
                        .setForecastsKept90(0)
                        .setSquares90(0)
                        .setStoodAt180(0)
                        .setKeptAt180(0)
                        .setForecasts180(0)
                        .setForecastsKept180(0)
                        .setSquares180(0)
                        .build());
    }

    @Test
    void forecastsAreCountedByTenthsAndScoredBesideBelievingEveryPromise() {
        fourForecasts();
        supplier();

        // 0.1² + 0.8001² + 0² + 0.95² over 4; of the promises 2 of 4 were kept
        assertThat(HubRecordText.of(model, null).tables(Look.PLAIN).lines())
                .containsExactly(
                        "What the hub forecast, and what came true",
                        "forecast     how many  came true  in %  mean forecast in %",
                        "10 to 20 %          2          1    50                  15",
                        "90 to 100 %         2          1    50                  98",
                        "",
                        "Brier score (0 is best) of 4 forecasts: 0.388; of believing every promise instead: 0.500."
                                + " 1 are open, 1 void.",
                        "",
                        "Suppliers' promises",
                        "cluster  supplier  kept  broken  withdrawn  standing",
                        "south    bt           7       5          1         2",
                        "",
                        "By how many days ahead they stood",
                        "cluster  supplier  days  kept  broken  forecasts  Brier  Brier of promise",
                        "south    bt          30     7       3          4  0.125             0.250",
                        "south    bt          90     0       3          0");
    }

    @Test
    void oneClusterAloneAndAsJson() throws IOException {
        fourForecasts();
        supplier();
        JsonNode north =
                new ObjectMapper().readTree(HubRecordText.of(model, "north").json());

        assertThat(north.path("forecasts").asInt()).isEqualTo(1);
        assertThat(north.path("open").asInt()).isEqualTo(1);
        assertThat(north.path("void").asInt()).isEqualTo(1);
        assertThat(north.path("brier").asDouble()).isEqualTo(0.9025, within(1e-12));
        assertThat(north.path("brierOfPromise").asDouble()).isEqualTo(1.0);
        assertThat(north.path("calibration")).hasSize(10);
        assertThat(north.path("calibration").get(9).path("forecasts").asInt()).isEqualTo(1);
        assertThat(north.path("supplierRecords")).isEmpty();
        JsonNode all = new ObjectMapper().readTree(HubRecordText.of(model, null).json());
        assertThat(all.at("/supplierRecords/south~1bt/leads/30/keptAt").asInt()).isEqualTo(7);
    }

    @Test
    void aHubWithoutForecastsSaysSo() throws IOException {
        HubRecordText none = HubRecordText.of(model, null);

        assertThat(none.tables(Look.PLAIN).strip())
                .isEqualTo("No forecast of the hub's has an outcome yet; 0 are open, 0 void.");
        assertThat(new ObjectMapper().readTree(none.json()).path("brier").isNull())
                .isTrue();
    }
}

package io.rollouthub.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Thresholds;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which programmes may be in force (semantics 7). */
class ThresholdRangesTest {

    @ParameterizedTest
    @CsvSource({
        "0, , 1, 1, 1, true",
        "0.999, , 1, 1, 1, true",
        "1, , 1, 1, 1, false",
        "1, 1, 1, 1, 1, false",
        "-0.001, , 1, 1, 1, false",
        "NaN, , 1, 1, 1, false",
        "0.2, NaN, 1, 1, 1, false",
        "0.2, 0.2, 1, 1, 1, true",
        "0.2, 0.19, 1, 1, 1, false",
        "0.2, 1, 1, 1, 1, true",
        "0.2, 1.001, 1, 1, 1, false",
        "0.2, , 0, 1, 1, false",
        "0.2, , 1, 0, 1, false",
        "0.2, , 1, 1, 0, false"
    })
    void thresholdsHaveTheirRanges(
            double below, @Nullable Double clear, int slipDays, int slipCount, int silentAfterDays, boolean valid) {
        Thresholds thresholds = new Thresholds(below, clear, slipDays, slipCount, silentAfterDays);
        assertThat(ThresholdRanges.isValid(in("UTC", thresholds))).isEqualTo(valid);
    }

    @Test
    void aZoneIsOneThatIsKnown() {
        Thresholds thresholds = new Thresholds(0.2, null, 30, 3, 35);
        assertThat(ThresholdRanges.isValid(in("Europe/London", thresholds))).isTrue();
        assertThat(ThresholdRanges.isValid(in("Europe/Lundon", thresholds))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0.2, , 0.4", "0.8, , 0.9", "0, , 0", "0.2, 0.25, 0.25"})
    void whatEndsARiskFollowsFromWhatOpensIt(double below, @Nullable Double clear, double ends) {
        assertThat(ThresholdRanges.atRiskClear(new Thresholds(below, clear, 30, 3, 35)))
                .isEqualTo(ends);
    }

    private static Programme in(String zone, Thresholds thresholds) {
        return Programme.newBuilder()
                .setProgramme("p")
                .setName("P")
                .setZone(zone)
                .setClusters(List.of())
                .setSuppliers(List.of())
                .setThresholds(thresholds)
                .build();
    }
}

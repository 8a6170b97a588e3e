package io.rollouthub.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VitalSignsTest {
    private static final int MINUTES = 20;
    private static final int KIBIBYTES = 1_024;

    @Test
    void aSlopeIsThatOfTheLaterHalf() {
        VitalSigns course = new VitalSigns();
        for (int minute = 0; minute < MINUTES; minute++) {
            int mebibytes = minute < MINUTES / 2 ? 100 * minute : 1_000 + minute;
            course.add(minute * 60, Map.of("hub", new ProcessVitals(30, (long) mebibytes * KIBIBYTES)));
        }

        assertThat(course.slope("hub", ProcessVitals::mebibytes)).isEqualTo(60, within(1e-6));
        assertThat(course.slope("hub", ProcessVitals::threads)).isZero();
        assertThat(course.first("hub").mebibytes()).isZero();
        assertThat(course.last("hub").mebibytes()).isEqualTo(1_019);
    }

    @Test
    void oneSampleHasNoSlope() {
        VitalSigns course = new VitalSigns();
        course.add(0, Map.of("hub", new ProcessVitals(30, KIBIBYTES)));

        assertThat(course.slope("hub", ProcessVitals::mebibytes)).isZero();
        assertThat(course.names()).containsExactly("hub");
    }
}

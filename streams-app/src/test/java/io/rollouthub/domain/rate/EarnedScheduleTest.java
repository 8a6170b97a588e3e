package io.rollouthub.domain.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rollouthub.domain.VectorRows;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How far a plan is, in months: the published cases to six digits, and their edges. */
class EarnedScheduleTest {
    private static final double SIX_DIGITS = 5.1e-7;

    @Test
    void schedulesAreThoseOfTheVectors() {
        assertEarned(List.of(2.0, 3.0, 4.0, 5.0, 6.0, 6.0), VectorRows.of("earned-schedule.csv", 1), 4);
        assertEarned(
                List.of(28.975, 52.706, 10.0, 46.905, 79.555, 84.337, 21.154, 22.244, 14.862),
                VectorRows.of("earned-schedule.csv", 2),
                13);
    }

    private static void assertEarned(List<Double> planned, List<List<String>> rows, int count) {
        assertThat(rows).hasSize(count);
        for (List<String> row : rows) {
            EarnedSchedule found =
                    EarnedSchedule.of(planned, Double.parseDouble(row.get(1)), Integer.parseInt(row.get(0)));
            assertThat(found.plannedDuration()).isEqualTo(planned.size());
            assertNear(found.earned(), row.get(2));
            assertNear(found.spiT(), row.get(3));
            if (!row.get(4).isEmpty()) {
                assertNear(found.varianceMonths(), row.get(4));
            }
            assertNear(Objects.requireNonNull(found.estimatedDurationMonths()), row.get(5));
        }
    }

    private static void assertNear(double found, String wanted) {
        assertThat(found).isCloseTo(Double.parseDouble(wanted), within(SIX_DIGITS));
    }

    @Test
    void thereIsNoneWhileNothingIsPlannedOrNoPeriodHasBegun() {
        Months months = new Months();
        months.add(YearMonth.of(2020, 1), new Months.Figures(5, 0, 0));
        months.add(YearMonth.of(2020, 3), new Months.Figures(0, 4, 0));
        assertThat(EarnedSchedule.of(new Months(), 1, YearMonth.of(2020, 3))).isNull();
        assertThat(EarnedSchedule.of(months, 1, YearMonth.of(2020, 2))).isNull();
        assertThat(EarnedSchedule.of(months, 1, YearMonth.of(2020, 3))).isEqualTo(new EarnedSchedule(0.25, 1, 1));
        assertThat(EarnedSchedule.of(months, 1, YearMonth.of(2021, 3))).isEqualTo(new EarnedSchedule(0.25, 13, 1));
    }

    @Test
    void wholePeriodsCountUpToTheLargestThatIsReachedAlsoWhereNothingIsPlanned() {
        assertThat(EarnedSchedule.of(List.of(2.0, 0.0, 0.0, 3.0), 2, 1).earned())
                .isEqualTo(3);
        assertThat(EarnedSchedule.of(List.of(2.0, 0.0, 0.0, 3.0), 1, 1).earned())
                .isEqualTo(0.5);
    }

    @Test
    void itIsCappedAtThePlannedDuration() {
        EarnedSchedule done = EarnedSchedule.of(List.of(2.0, 3.0), 6, 4);
        assertThat(done.earned()).isEqualTo(2);
        assertThat(done.spiT()).isEqualTo(0.5);
        assertThat(done.varianceMonths()).isEqualTo(-2);
        assertThat(done.estimatedDurationMonths()).isEqualTo(4);
    }

    @Test
    void nothingDoneHasNoEstimate() {
        EarnedSchedule nothing = EarnedSchedule.of(List.of(2.0), 0, 3);
        assertThat(nothing.spiT()).isZero();
        assertThat(nothing.estimatedDurationMonths()).isNull();
    }
}

package io.rollouthub.domain.golive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.VectorRows;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The numbers of semantics 9, to 1e-9 and to the day. */
class ForecastTest {
    private static final LocalDate TODAY = LocalDate.of(2006, 6, 30);

    @Test
    void forecastsAreThoseOfTheVectors() {
        List<List<String>> rows = VectorRows.of("forecast.csv", 0);
        assertThat(rows).hasSize(13);
        for (List<String> row : rows) {
            Forecast forecast = new Forecast(
                    Integer.parseInt(row.get(0)), Integer.parseInt(row.get(1)), Integer.parseInt(row.get(2)));
            assertThat(forecast.probabilityWithin(Long.parseLong(row.get(3))))
                    .as("%s", row)
                    .isCloseTo(Double.parseDouble(row.get(4)), Percentage.withPercentage(1e-7)); // 1e-9 of it
            assertDays(forecast, 0.50, row.get(5));
            assertDays(forecast, 0.85, row.get(6));
        }
    }

    private static void assertDays(Forecast forecast, double probability, String days) {
        assertThat(forecast.dateAt(probability, TODAY))
                .as("%s at %s", forecast, probability)
                .isEqualTo(days.isEmpty() ? null : TODAY.plusDays(Long.parseLong(days)));
    }

    @Test
    void thereIsNoChanceWithoutDays() {
        assertThat(new Forecast(1, 1_000, 365).probabilityWithin(0)).isZero();
        assertThat(new Forecast(1, 1_000, 365).probabilityWithin(-1)).isZero();
        assertThat(new Forecast(1, 1_000, 365).probabilityWithin(1)).isGreaterThan(0.9);
    }

    @Test
    void oneMoreAfterNoneHasAChanceThatCanBeWorkedOutByHand() {
        // I_x(1, 1/2) = 1 - (1 - x)^(1/2) with x = h / (T + h): after as many days again it is 1 - 2^(-1/2)
        assertThat(new Forecast(1, 0, 100).probabilityWithin(100))
                .isCloseTo(1 - Math.sqrt(0.5), Percentage.withPercentage(1e-9));
        assertThat(new Forecast(1, 0, 100).probabilityWithin(300)).isCloseTo(0.5, Percentage.withPercentage(1e-9));
    }

    @Test
    void aDateThatFallsOnAWholeDayIsThatDay() {
        // 1 - (1 - x)^(1/2) = 0.50 at x = 0.75, and 0.85 at x = 0.9775: T x/(1-x) is 3 T and 391 T/9
        for (int t = 36; t <= 360; t += 9) {
            assertDays(new Forecast(1, 0, t), 0.50, Integer.toString(3 * t));
            assertDays(new Forecast(1, 0, t), 0.85, Integer.toString(391 * t / 9));
        }
    }

    @Test
    void aDateBeyond36500DaysIsNotTold() {
        // 1 - (1 - x)^(1/2) = p at T x/(1-x) = T (1/(1-p)^2 - 1): 36,500 days at T = 100 are p = 1 - 366^(-1/2)
        double on = 1 - Math.sqrt(1 / 366.0);
        assertThat(new Forecast(1, 0, 100).dateAt(on - 1e-12, TODAY)).isEqualTo(TODAY.plusDays(36_500));
        assertThat(new Forecast(1, 0, 100).dateAt(on + 1e-7, TODAY)).isNull();
    }
}

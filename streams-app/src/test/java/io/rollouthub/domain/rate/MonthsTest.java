package io.rollouthub.domain.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.rate.Months.Figures;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** A cluster's figures by month, and the rows that are shown of them. */
class MonthsTest {
    private final Months months = new Months();

    private void add(int month, int goLives, int planned, int due) {
        months.add(YearMonth.of(2020, month), new Figures(goLives, planned, due));
    }

    @Test
    void monthsWithoutFiguresArePresentUpToTheClockAndNotAfter() {
        add(2, 1, 0, 0);
        add(4, 0, 2, 0);
        add(8, 0, 0, 3);
        assertThat(months.shown(YearMonth.of(2020, 5)).keySet())
                .containsExactly(
                        YearMonth.of(2020, 2),
                        YearMonth.of(2020, 3),
                        YearMonth.of(2020, 4),
                        YearMonth.of(2020, 5),
                        YearMonth.of(2020, 8));
        assertThat(months.shown(YearMonth.of(2020, 1)).keySet())
                .containsExactly(YearMonth.of(2020, 2), YearMonth.of(2020, 4), YearMonth.of(2020, 8));
        assertThat(months.shown(YearMonth.of(2020, 8)).keySet()).hasSize(7);
    }

    @Test
    void aMonthHasItsOwnFiguresAlone() {
        add(2, 1, 10, 100);
        add(4, 2, 20, 200);
        assertThat(months.shown(YearMonth.of(2020, 5)))
                .containsEntry(YearMonth.of(2020, 2), new Figures(1, 10, 100))
                .containsEntry(YearMonth.of(2020, 3), new Figures(0, 0, 0))
                .containsEntry(YearMonth.of(2020, 4), new Figures(2, 20, 200));
        assertThat(months.goLives()).isEqualTo(3);
        assertThat(months.planned()).isEqualTo(30);
    }

    @Test
    void aMonthWhoseFiguresAreAllTakenBackIsNoLongerTheFirst() {
        add(2, 1, 0, 0);
        add(3, 0, 0, 1);
        add(2, -1, 0, 0);
        assertThat(months.shown(YearMonth.of(2020, 4)).keySet())
                .containsExactly(YearMonth.of(2020, 3), YearMonth.of(2020, 4));
        add(3, 0, 0, -1);
        assertThat(months.shown(YearMonth.of(2020, 4))).isEmpty();
    }

    @Test
    void periodsRunFromTheFirstPlannedMonthToTheLastWithZerosBetween() {
        add(1, 5, 0, 0);
        add(2, 0, 1, 0);
        add(5, 0, 3, 0);
        add(6, 0, 4, 0);
        add(9, 0, 0, 4);
        assertThat(months.plannedByPeriod()).containsExactly(1, 0, 0, 3, 4);
        assertThat(months.firstPlanned()).isEqualTo(YearMonth.of(2020, 2));
    }
}

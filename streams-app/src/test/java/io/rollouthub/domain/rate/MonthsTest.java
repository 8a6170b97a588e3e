package io.rollouthub.domain.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.rate.Months.Figures;
import io.rollouthub.output.DeliveryRate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A cluster's figures by month, and the rows that are shown of them. */
class MonthsTest {
    private final Months months = Months.of(List.of());

    private void add(int month, int goLives, int planned, int due) {
        months.add(YearMonth.of(2020, month), new Figures(goLives, planned, due));
    }

    @Test
    void monthsWithoutFiguresArePresentUpToTheClockAndNotAfter() {
        add(2, 1, 0, 0);
        add(4, 0, 2, 0);
        add(8, 0, 0, 3);
        assertThat(months.rows("c", YearMonth.of(2020, 5)).keySet())
                .containsExactly("c/2020-02", "c/2020-03", "c/2020-04", "c/2020-05", "c/2020-08");
        assertThat(months.rows("c", YearMonth.of(2020, 1)).keySet())
                .containsExactly("c/2020-02", "c/2020-04", "c/2020-08");
        assertThat(months.rows("c", YearMonth.of(2020, 8)).keySet()).hasSize(7);
    }

    @Test
    void aRowHasItsOwnMonthAloneSoThatAReportTouchesNoOther() {
        add(2, 1, 10, 100);
        add(4, 2, 20, 200);
        DeliveryRate march = months.rows("c", YearMonth.of(2020, 5)).get("c/2020-03");
        DeliveryRate april = months.rows("c", YearMonth.of(2020, 5)).get("c/2020-04");
        assertThat(march).isEqualTo(new DeliveryRate("c", "2020-03", null, null, null, 0, null, 0, null, 0, null));
        assertThat(april).isEqualTo(new DeliveryRate("c", "2020-04", null, null, null, 2, null, 20, null, 200, null));
        assertThat(months.goLives()).isEqualTo(3);
        assertThat(months.planned()).isEqualTo(30);
    }

    @Test
    void aMonthWhoseFiguresAreAllTakenBackIsNoLongerTheFirst() {
        add(2, 1, 0, 0);
        add(3, 0, 0, 1);
        add(2, -1, 0, 0);
        assertThat(months.rows("c", YearMonth.of(2020, 4)).keySet()).containsExactly("c/2020-03", "c/2020-04");
        add(3, 0, 0, -1);
        assertThat(months.rows("c", YearMonth.of(2020, 4))).isEmpty();
        assertThat(months.kept()).isEmpty();
    }

    @Test
    void whatIsKeptIsReadBack() {
        add(2, 1, 2, 3);
        add(12, 0, 0, 1);
        Months again = Months.of(months.kept());
        assertThat(again.kept()).isEqualTo(months.kept()).hasSize(2);
        assertThat(again.rows("c", YearMonth.of(2020, 12))).isEqualTo(months.rows("c", YearMonth.of(2020, 12)));
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

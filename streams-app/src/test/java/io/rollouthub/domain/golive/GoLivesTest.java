package io.rollouthub.domain.golive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.golive.GoLives.Reached;
import io.rollouthub.domain.store.MemoryTable;
import io.rollouthub.report.CommitmentTarget.Count;
import io.rollouthub.state.GoLiveDay;
import io.rollouthub.state.GoLiveDays;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Counting go-lives by date, product and release. */
class GoLivesTest {
    private final MemoryTable<GoLiveDays> table = new MemoryTable<>();
    private final GoLives goLives = new GoLives(table);

    private static LocalDate date(String date) {
        return LocalDate.parse(date);
    }

    private void live(String date, String product, String release) {
        goLives.adjust("c", new GoLive(date(date), "acme", product, release), 1);
    }

    private Reached reached(int count, @Nullable String since, @Nullable String product, @Nullable String release) {
        return goLives.reached("c", new Count(count, since == null ? null : date(since), product, release));
    }

    @Test
    void theNthByDateReachesTheTargetAndMoreStillCountAsProgress() {
        live("2020-03-05", "p", "r");
        live("2020-01-31", "p", "r");
        live("2020-03-05", "p", "r");
        live("2020-03-04", "p", "r");
        assertThat(reached(1, null, null, null)).isEqualTo(new Reached(4, date("2020-01-31")));
        assertThat(reached(2, null, null, null)).isEqualTo(new Reached(4, date("2020-03-04")));
        assertThat(reached(3, null, null, null)).isEqualTo(new Reached(4, date("2020-03-05")));
        assertThat(reached(4, null, null, null)).isEqualTo(new Reached(4, date("2020-03-05")));
        assertThat(reached(5, null, null, null)).isEqualTo(new Reached(4, null));
    }

    @Test
    void sinceCountsItsOwnDay() {
        live("2020-03-04", "p", "r");
        live("2020-03-05", "p", "r");
        live("2020-02-28", "p", "r");
        assertThat(reached(1, "2020-03-04", null, null)).isEqualTo(new Reached(2, date("2020-03-04")));
        assertThat(reached(1, "2020-03-05", null, null)).isEqualTo(new Reached(1, date("2020-03-05")));
        assertThat(reached(1, "2020-03-06", null, null)).isEqualTo(new Reached(0, null));
    }

    @Test
    void productAndReleaseCountWhereTheyAreGiven() {
        live("2020-03-01", "p", "r");
        live("2020-03-02", "p", "q");
        live("2020-03-03", "o", "r");
        assertThat(reached(2, null, "p", null)).isEqualTo(new Reached(2, date("2020-03-02")));
        assertThat(reached(2, null, null, "r")).isEqualTo(new Reached(2, date("2020-03-03")));
        assertThat(reached(2, null, "p", "r")).isEqualTo(new Reached(1, null));
    }

    @Test
    void trailingDaysExcludeTheFirstAndIncludeToday() {
        live("2020-01-01", "p", "r");
        live("2020-01-02", "p", "r");
        live("2020-02-29", "o", "r");
        live("2020-03-01", "p", "r");
        LocalDate after = date("2020-01-01");
        assertThat(goLives.within("c", after, date("2020-02-29"))).isEqualTo(2);
        assertThat(goLives.within("c", after, date("2020-02-28"))).isEqualTo(1);
        assertThat(goLives.within("d", after, date("2020-02-29"))).isZero();
    }

    @Test
    void aMonthKeepsItsDaysInOrderAndGoesWhenItsLastGoLiveDoes() {
        live("2020-03-05", "p", "r");
        live("2020-03-01", "p", "r");
        live("2020-03-09", "p", "r");
        live("2020-03-05", "p", "r");
        assertThat(goLives.in("c", YearMonth.of(2020, 3)))
                .extracting(day -> day.getDate().getDayOfMonth() + " x " + day.getCount())
                .containsExactly("1 x 1", "5 x 2", "9 x 1");
        for (GoLiveDay day : goLives.in("c", YearMonth.of(2020, 3))) {
            goLives.adjust("c", GoLive.of(day), -day.getCount());
        }
        assertThat(goLives.in("c", YearMonth.of(2020, 3))).isEmpty();
        assertThat(table.get("c/2020-03")).isNull();
    }
}

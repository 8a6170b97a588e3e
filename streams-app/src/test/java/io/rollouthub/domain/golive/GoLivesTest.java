package io.rollouthub.domain.golive;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.golive.GoLives.Reached;
import io.rollouthub.report.CommitmentTarget.Count;
import io.rollouthub.testkit.Seed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Counting go-lives by date, product and release. */
class GoLivesTest {
    private final GoLives goLives = new GoLives();

    private static LocalDate date(String date) {
        return LocalDate.parse(date);
    }

    private void live(String date, String product, String release) {
        goLives.adjust(new GoLive(date(date), "acme", product, release), 1);
    }

    private Reached reached(int count, @Nullable String since, @Nullable String product, @Nullable String release) {
        return goLives.reached(new Count(count, since == null ? null : date(since), product, release));
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
        assertThat(goLives.within(after, date("2020-02-29"))).isEqualTo(2);
        assertThat(goLives.within(after, date("2020-02-28"))).isEqualTo(1);
    }

    private Collection<String> move(String date, int by) {
        return goLives.adjust(new GoLive(date(date), "acme", "p", "r"), by);
    }

    @Test
    void aGoLiveTouchesThoseAloneWhoseNthItMakesMovesOrTakesAway() {
        for (int n = 1; n <= 5; n++) {
            goLives.follow("m" + n, new Count(n, null, null, null));
        }
        assertThat(move("2020-03-05", 1)).containsExactly("m1");
        assertThat(move("2020-03-09", 1)).containsExactly("m2");
        assertThat(move("2020-03-09", 1)).containsExactly("m3");
        assertThat(move("2020-03-07", 1)).containsExactly("m2", "m4"); // the third is as late as before
        assertThat(move("2020-03-05", -1)).containsExactly("m1", "m2", "m4");
        assertThat(goLives.reached(new Count(3, null, null, null))).isEqualTo(new Reached(3, date("2020-03-09")));
    }

    @Test
    void aCountThatIsFollowedLateHasAllThatWentBefore() {
        live("2020-03-01", "p", "r");
        live("2020-03-02", "p", "q");
        goLives.follow("m", new Count(2, date("2020-03-02"), "p", null));
        assertThat(move("2020-03-01", 1)).isEmpty();
        assertThat(move("2020-03-08", 1)).containsExactly("m");
        goLives.leave("m", new Count(2, date("2020-03-02"), "p", null));
        assertThat(move("2020-03-08", -1)).isEmpty();
    }

    @Test
    void progressMovesForAllThatCountTheSameAndIsToldOnce() {
        goLives.follow("m1", new Count(10, null, "p", null));
        goLives.follow("m2", new Count(20, null, "p", null));
        goLives.follow("other", new Count(20, null, "o", null));
        move("2020-03-01", 1);
        move("2020-03-02", 1);
        assertThat(goLives.takeMoved()).containsExactly("m1", "m2");
        assertThat(goLives.takeMoved()).isEmpty();
    }

    /** What the counts of a target are, looked at one by one. */
    private static Reached plainly(List<LocalDate> live, Count target) {
        List<LocalDate> matching = live.stream()
                .filter(day -> target.since() == null || !day.isBefore(target.since()))
                .sorted()
                .toList();
        return new Reached(matching.size(), matching.size() < target.count() ? null : matching.get(target.count() - 1));
    }

    @Test
    void countsFromAnyDayOnAreThoseOfOneByOne(@Seed long seed) {
        Random random = new Random(seed);
        LocalDate first = date("1990-01-01");
        Map<String, Count> targets = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            LocalDate since = random.nextInt(4) == 0 ? null : first.plusDays(random.nextInt(2_000));
            targets.put("m" + i, new Count(1 + random.nextInt(60), since, null, null));
        }
        targets.forEach(goLives::follow);
        List<LocalDate> live = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            boolean more = live.isEmpty() || random.nextInt(3) > 0;
            LocalDate day = more ? first.plusDays(random.nextInt(2_000)) : live.remove(random.nextInt(live.size()));
            Map<String, Reached> before = new TreeMap<>();
            targets.forEach((milestone, target) -> before.put(milestone, goLives.reached(target)));
            Collection<String> touched = move(day.toString(), more ? 1 : -1);
            if (more) {
                live.add(day);
            }
            targets.forEach((milestone, target) -> {
                Reached reached = plainly(live, target);
                assertThat(goLives.reached(target))
                        .as("%s, %s", milestone, target)
                        .isEqualTo(reached);
                assertThat(touched.contains(milestone))
                        .as("%s, %s touched", milestone, target)
                        .isEqualTo(!Objects.equals(
                                Objects.requireNonNull(before.get(milestone)).on(), reached.on()));
            });
        }
    }
}

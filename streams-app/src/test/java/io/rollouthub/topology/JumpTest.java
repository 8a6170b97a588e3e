package io.rollouthub.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JumpTest {
    private static final Instant NOON = Instant.parse("2021-03-01T12:00:00Z");

    @Test
    void aJumpOfDaysIsTicksADayApartAndThenItsEnd() {
        assertThat(Jump.ticks(NOON, NOON.plus(Duration.ofHours(60))))
                .containsExactly(
                        NOON.plus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(2)), NOON.plus(Duration.ofHours(60)));
        assertThat(Jump.ticks(NOON, NOON.plus(Duration.ofDays(2))))
                .containsExactly(NOON.plus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(2)));
    }

    @Test
    void whatIsADayAtMostIsOneTick() {
        assertThat(Jump.ticks(NOON, NOON.plus(Duration.ofDays(1)))).hasSize(1);
        assertThat(Jump.ticks(NOON, NOON)).containsExactly(NOON);
        assertThat(Jump.ticks(NOON, NOON.minusSeconds(1))).containsExactly(NOON.minusSeconds(1));
    }

    @Test
    void theFirstTickOfAllIsNoJump() {
        assertThat(Jump.ticks(null, NOON)).containsExactly(NOON);
    }

    @Test
    void allTheYearsThatReportsMayTellOfAreADayEach() {
        List<Instant> ticks = Jump.ticks(Instant.parse("1990-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));
        assertThat(ticks).hasSize(40_177);
    }

    @Test
    void aJumpOverThousandsOfYearsEndsAllTheSame() {
        Instant end = Instant.parse("9999-12-31T00:00:00Z");
        List<Instant> ticks = Jump.ticks(Instant.parse("0001-01-01T00:00:00Z"), end);
        assertThat(ticks).hasSizeBetween(20_000, 40_201).last().isEqualTo(end);
    }
}

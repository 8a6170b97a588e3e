package io.rollouthub.hub.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StandstillTest {
    private final Standstill standstill = new Standstill();

    @Test
    void whatDoesNotMoveOnStandsSinceItWasFirstSeenThere() {
        assertStands(look(0, Map.of("a", 5L, "b", 9L)), 0);
        assertStands(look(20, Map.of("a", 5L, "b", 10L)), 20);
        assertThat(look(30, Map.of("a", 5L, "b", 10L)).what()).isEqualTo("a");
        assertStands(look(31, Map.of("a", 6L, "b", 10L)), 11);
    }

    @Test
    void whatHasNothingToDoDoesNotStand() {
        look(0, Map.of("a", 5L));
        assertThat(look(50, Map.of())).isEqualTo(Standstill.NONE);
        assertStands(look(100, Map.of("a", 5L)), 0);
    }

    private Standstill.Standing look(long second, Map<String, Long> positions) {
        return standstill.look(positions, TimeUnit.SECONDS.toNanos(second));
    }

    private static void assertStands(Standstill.Standing standing, long seconds) {
        assertThat(standing.length()).isEqualTo(Duration.ofSeconds(seconds));
    }
}

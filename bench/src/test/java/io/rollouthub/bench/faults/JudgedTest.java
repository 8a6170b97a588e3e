package io.rollouthub.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.report.OriginKey;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgedTest {
    private static final OriginKey RIGHT = new OriginKey("t", 0, 0);
    private static final OriginKey WRONG = new OriginKey("t", 0, 1);
    private static final OriginKey LOST = new OriginKey("t", 0, 2);
    private static final OriginKey TWICE = new OriginKey("t", 0, 3);
    private static final OriginKey GONE = new OriginKey("t", 0, 4);

    private final Judged judged = new Judged(
            Set.of(RIGHT, WRONG, LOST, TWICE), Map.of(RIGHT, 1, TWICE, 1), Map.of(WRONG, 1, TWICE, 1), Map.of());

    @Test
    void whatIsNotJudgedIsLostUnlessNobodyCanKnow() {
        assertThat(judged.lost(Set.of())).containsExactly(LOST);
        assertThat(judged.lost(Set.of(LOST))).isEmpty();
    }

    @Test
    void whatIsAcceptedAndRefusedIsJudgedTwice() {
        assertThat(judged.doubled()).containsExactly(TWICE);
    }

    @Test
    void whatKafkaTookAndHasNoMoreHasVanished() {
        assertThat(judged.vanished(Set.of(RIGHT, GONE))).containsExactly(GONE);
    }

    @Test
    void whatIsRightIsNotRefusedAndWhatIsWrongNotAccepted() {
        assertThat(judged.misjudged(Map.of(RIGHT, true, WRONG, false))).isEmpty();
        assertThat(judged.misjudged(Map.of(RIGHT, false, WRONG, true))).containsExactlyInAnyOrder(RIGHT, WRONG);
    }
}

package io.rollouthub.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(0, last).boxed().toList();
    }

    @Test
    void onlyWhatTheFailureNeedsStaysAndTheFirstElement() {
        List<Integer> shortest = Shrink.shrink(upTo(999), list -> list.containsAll(List.of(17, 18, 640, 999)), LONG);
        assertThat(shortest).containsExactly(0, 17, 18, 640, 999);
    }

    @Test
    void elementsThatCanOnlyGoTogetherGoWhenTheyAreNeighbours() {
        List<Integer> shortest = Shrink.shrink(upTo(64), list -> list.size() % 2 == 1, LONG);
        assertThat(shortest).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aListThatCannotBeShortenedStays() {
        assertThat(Shrink.shrink(upTo(5), list -> list.size() == 6, LONG)).isEqualTo(upTo(5));
        assertThat(Shrink.shrink(upTo(0), list -> true, LONG)).isEqualTo(upTo(0));
    }

    @Test
    void itEndsInTime() {
        assertThat(Shrink.shrink(upTo(5_000), list -> list.contains(4_000), Duration.ZERO))
                .isEqualTo(upTo(5_000));
    }
}

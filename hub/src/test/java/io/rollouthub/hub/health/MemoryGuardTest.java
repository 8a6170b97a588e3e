package io.rollouthub.hub.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.MemoryUsage;
import org.junit.jupiter.api.Test;

class MemoryGuardTest {
    private static final long MAX = 1_000;

    private long used = 100;
    private long leftByACollection = 100;
    private final MemoryGuard guard =
            new MemoryGuard(new HeapUse(() -> new MemoryUsage(0, used, MAX, MAX)), () -> used = leftByACollection);

    @Test
    void whatFillsMemoryAndIsGoneEndsNothing() {
        for (int times = 0; times < 10; times++) {
            used = MAX;
            assertThat(guard.isUsedUp()).isFalse();
        }
    }

    @Test
    void memoryThatStaysUsedUpEndsTheProcess() {
        used = MAX;
        leftByACollection = MAX;

        assertThat(guard.isUsedUp()).isFalse();
        assertThat(guard.isUsedUp()).isFalse();
        assertThat(guard.isUsedUp()).isTrue();
    }

    @Test
    void aLookAtWhichThereIsRoomBeginsAnew() {
        used = MAX;
        leftByACollection = MAX;
        guard.isUsedUp();
        guard.isUsedUp();
        leftByACollection = 500;
        guard.isUsedUp();
        used = MAX;
        leftByACollection = MAX;

        assertThat(guard.isUsedUp()).isFalse();
    }

    @Test
    void noMemoryForTheLookIsNoMemory() {
        MemoryGuard blind = new MemoryGuard(
                new HeapUse(() -> {
                    throw new OutOfMemoryError("a test's");
                }),
                () -> {});

        assertThat(blind.isUsedUp()).isFalse();
        assertThat(blind.isUsedUp()).isFalse();
        assertThat(blind.isUsedUp()).isTrue();
    }
}

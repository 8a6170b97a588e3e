package io.rollouthub.hub.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.topology.KeptIn;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final long MEBIBYTE = 1 << 20;

    @Test
    void moreMemoryHasRoomForMoreFactsAndDiskForMoreThanMemory() {
        long little = Room.in(256 * MEBIBYTE, KeptIn.MEMORY, 50 * MEBIBYTE, 0).facts();
        assertThat(Room.in(512 * MEBIBYTE, KeptIn.MEMORY, 50 * MEBIBYTE, 0).facts())
                .isGreaterThan(2 * little);
        assertThat(Room.in(256 * MEBIBYTE, KeptIn.DISK, 50 * MEBIBYTE, 0).facts())
                .isGreaterThan(little);
        assertThat(Room.in(256 * MEBIBYTE, KeptIn.MEMORY, 50 * MEBIBYTE, 1_000).facts())
                .isLessThan(little);
        assertThat(Room.in(10 * MEBIBYTE, KeptIn.MEMORY, 50 * MEBIBYTE, 0).facts())
                .isZero();
    }

    @Test
    void theLineSaysForHowManyInTwoDigitsAndInWhat() {
        assertThat(new Room(64_321, 384 * MEBIBYTE, KeptIn.MEMORY).line())
                .isEqualTo("Memory: room for about 64,000 facts (heap 384 MiB, state in memory)");
        assertThat(new Room(1_234_567, 1_000 * MEBIBYTE, KeptIn.DISK).line())
                .isEqualTo("Memory: room for about 1,200,000 facts (heap 1000 MiB, state on disk)");
        assertThat(new Room(7, MEBIBYTE, KeptIn.DISK).line()).contains("about 7 facts");
        assertThat(new Room(0, MEBIBYTE, KeptIn.DISK).line()).contains("about 0 facts");
    }

    @Test
    void thisProcessHasSome() {
        assertThat(Room.ofRules(KeptIn.MEMORY).facts())
                .isGreaterThan(Room.ofHub(KeptIn.MEMORY).facts());
    }
}

package io.rollouthub.bench.worst;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FootprintTest {
    @Test
    void theHeapIsWhatAllGenerationsUse() {
        String printed = """
                123:
                 def new generation   total 4928K, used 100K [0x1, 0x2, 0x3)
                  eden space 4416K,  51% used [0x1, 0x2, 0x3)
                 tenured generation   total 10944K, used 924K [0x1, 0x2, 0x3)
                   the space 10944K,   9% used [0x1, 0x2, 0x3)
                 Metaspace       used 5000K, committed 6000K, reserved 7000K
                  class space    used 700K, committed 800K, reserved 900K
                """;

        assertThat(Footprint.heapIn(printed)).isEqualTo(1 << 20);
    }
}

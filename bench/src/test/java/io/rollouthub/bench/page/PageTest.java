package io.rollouthub.bench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PageTest {
    private static final String PAGE = """
            # Bench
            <!-- made by bench/run writes -->
            old
            <!-- end of writes -->
            <!-- made by bench/run latency -->
            <!-- end of latency -->
            """;

    @Test
    void aCommandWritesItsOwnPartAlone() {
        assertThat(Page.rewritten(PAGE, "writes", "costs $1\n")).isEqualTo(PAGE.replace("old", "costs $1"));
    }

    @Test
    void whatAPageHasNoPlaceForIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Page.rewritten(PAGE, "throughput", "new"))
                .withMessageContaining("bench/run throughput");
    }

    @Test
    void aTableHasTextOnTheLeftAndNumbersOnTheRight() {
        Sheet sheet = new Sheet("contender", "reports/s").add("hub", Sheet.number(1234.56, 1));

        assertThat(sheet).hasToString("""
                | contender | reports/s |
                | --- | ---: |
                | hub | 1,234.6 |""");
    }
}

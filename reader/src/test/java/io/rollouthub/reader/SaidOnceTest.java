package io.rollouthub.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SaidOnceTest {
    private static final String MISSING = "a topic is missing";

    private final AtomicLong nanos = new AtomicLong(-5);

    @Test
    void aTroubleIsNewsOnceAndAgainAfterItHasEnded() {
        SaidOnce said = new SaidOnce();

        assertThat(said.isNews(MISSING)).isTrue();
        assertThat(said.isNews(MISSING)).isFalse();
        assertThat(said.isNews("two are")).isTrue();
        assertThat(said.ends()).isTrue();
        assertThat(said.ends()).isFalse();
        assertThat(said.isNews("two are")).isTrue();
    }

    @Test
    void whatLastsIsNewsOnceAMinuteHoweverOftenItIsMet() {
        SaidOnce said = new SaidOnce(Duration.ofDays(1), Duration.ofMinutes(1), nanos::get);
        int news = 0;
        for (int second = 0; second < 180; second += 20) {
            news += said.isNews(MISSING) ? 1 : 0;
            pass(Duration.ofSeconds(20));
        }

        assertThat(news).isEqualTo(3);
    }

    @Test
    void whatHasNotBeenMetForLongIsOver() {
        SaidOnce said = new SaidOnce(Duration.ofSeconds(15), Duration.ofMinutes(1), nanos::get);
        said.isNews(MISSING);
        pass(Duration.ofSeconds(14));
        assertThat(said.isNews(MISSING)).isFalse();
        pass(Duration.ofSeconds(14));
        assertThat(said.said()).isEqualTo(MISSING);
        pass(Duration.ofSeconds(1));

        assertThat(said.said()).isNull();
        assertThat(said.isNews(MISSING)).isTrue();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}

package io.rollouthub.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What costs much takes a part of a thread's time, however many tasks share that. */
class GatheringTest {
    private static final long TOOK = 100;

    private final TasksHere tasks = new TasksHere();
    private long millis;

    private Gathering begun() {
        tasks.begin();
        return new Gathering(() -> millis, () -> Duration.ofMillis(millis).toNanos(), tasks);
    }

    private void work() {
        millis += TOOK;
    }

    @Test
    void aTaskAloneWaitsTenTimesAsLongAsItWorked() {
        Gathering only = begun();
        only.run(this::work);
        assertThat(only.until()).isEqualTo(Duration.ofMillis(11 * TOOK));
    }

    @Test
    void fourTasksOfAThreadTakeNoMoreOfItThanOne() {
        begun();
        begun();
        begun();
        Gathering fourth = begun();
        fourth.run(this::work);
        assertThat(fourth.until()).isEqualTo(Duration.ofMillis(41 * TOOK));
        assertThat(fourth.isDue()).isFalse();
    }

    @Test
    void oneThatIsOverLeavesItsPartToTheOthers() {
        begun();
        Gathering left = begun();
        tasks.end();
        left.run(this::work);
        assertThat(left.until()).isEqualTo(Duration.ofMillis(11 * TOOK));
    }

    @Test
    void whatTakesNoTimeIsDueAgainSoon() {
        Gathering quick = begun();
        quick.run(() -> {});
        assertThat(quick.until()).isEqualTo(Duration.ofMillis(500));
    }
}

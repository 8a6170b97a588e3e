package io.rollouthub.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In live use the gate writes the ticks that its clock releases. */
class GateClockTest extends TopologyFixture {
    private static final Duration A_WHILE = Duration.ofSeconds(1);
    private static final Instant NOON = Instant.parse("2006-07-31T12:00:00Z");

    private final GivenClock clock = new GivenClock();
    private final TopologyTestDriver driver = driver(topology(clock));
    private final GateDriver gate = new GateDriver(driver, registry);

    /** Releases the ticks that a test gives it. */
    private static final class GivenClock implements LiveClock {
        private final Queue<Instant> ticks = new ArrayDeque<>();
        private boolean closed;

        @Override
        public @Nullable Instant nextTick() {
            return ticks.poll();
        }

        @Override
        public Duration untilNextLook() {
            return A_WHILE;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void aTickThatTheClockReleasesComesToTheJournalAtItsInstant() {
        clock.ticks.addAll(List.of(NOON, NOON.plusSeconds(10)));

        driver.advanceWallClockTime(A_WHILE);
        driver.advanceWallClockTime(A_WHILE);

        assertThat(gate.journal()).containsExactly(tick(NOON), tick(NOON.plusSeconds(10)));
    }

    @Test
    void whileTheClockHoldsItsTickNothingIsWritten() {
        driver.advanceWallClockTime(A_WHILE);

        assertThat(gate.written()).isEmpty();
    }

    @Test
    void theClockIsClosedWithItsTask() {
        GivenClock another = new GivenClock();
        try (TopologyTestDriver task = new TopologyTestDriver(topology(another))) {
            task.advanceWallClockTime(A_WHILE);
            assertThat(another.closed).isFalse();
        }
        assertThat(another.closed).isTrue();
    }

    private Topology topology(LiveClock releasing) {
        return new HubTopology(registry, FlowListener.NONE).gate(Arrival.BROKER_TIME, () -> releasing);
    }

    private static TestRecord<String, JournalEntry> tick(Instant at) {
        return new TestRecord<>("tick", new JournalEntry(at, null, new Tick()), at);
    }
}

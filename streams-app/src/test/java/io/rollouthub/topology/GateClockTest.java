package io.rollouthub.topology;

import static io.rollouthub.testkit.Npfit.PROGRAMME;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** In live use the gate tells how far its clock has come, and writes the ticks that are needed to the journal. */
class GateClockTest extends TopologyFixture {
    private static final Duration A_WHILE = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant NOON = Instant.parse("2006-07-31T12:00:00Z");

    /** In London, in summer. */
    private static final Instant MIDNIGHT = Instant.parse("2006-07-31T23:00:00Z");

    private static final NextDue NOTHING = NextDue.of(Stream.empty());

    private final List<Integer> written = new ArrayList<>();
    private final FlowListener listener = new FlowListener() {
        @Override
        public void ticksWritten(int ticks) {
            written.add(ticks);
        }
    };
    private final GivenClock clock = new GivenClock();
    private final TopologyTestDriver driver = driver(topology(clock));
    private final GateDriver gate = new GateDriver(driver, registry);

    /** Comes as far as a test says. */
    private static final class GivenClock implements LiveClock {
        private final Queue<Elapsed> given = new ArrayDeque<>();
        private boolean closed;

        @Override
        public @Nullable Elapsed next() {
            return given.poll();
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

    private void pass(Instant at, NextDue due) {
        pass(at, null, due);
    }

    private void pass(Instant at, @Nullable Instant before, NextDue due) {
        clock.given.add(new LiveClock.Elapsed(at, before, due));
        driver.advanceWallClockTime(A_WHILE);
    }

    /** A gate that has a programme and has ticked at noon. */
    private void begin() {
        gate.publish(PROGRAMME);
        pass(NOON, NOTHING);
        assertThat(gate.journal()).containsExactly(tick(NOON));
        assertThat(gate.clock()).containsExactly(NOON);
    }

    @Test
    void whoeverBeginsToTickWritesTheFirstTickToTheJournal() {
        begin();
        assertThat(written).containsExactly(1);
    }

    @Test
    void whileNothingIsDueTheClockAloneGoesOn() {
        begin();
        pass(NOON.plusSeconds(10), NOTHING);
        pass(NOON.plusSeconds(20), NextDue.of(Stream.of(NOON.plusSeconds(21), NOON.plus(DAY))));

        assertThat(gate.journal()).isEmpty();
        assertThat(gate.clock()).containsExactly(NOON.plusSeconds(10), NOON.plusSeconds(20));
        assertThat(written).containsExactly(1);
    }

    @Test
    void theJournalIsToldWhenATimerOfAnyPartitionIsDue() {
        begin();
        NextDue due = NextDue.of(Stream.of(NOON.plus(DAY), NOON.plusSeconds(20), null));
        pass(NOON.plusSeconds(19), due);
        pass(NOON.plusSeconds(20), due);

        assertThat(gate.journal()).containsExactly(tick(NOON.plusSeconds(20)));
    }

    @Test
    void whileItIsNotKnownWhatIsDueTheJournalIsToldEachTime() {
        begin();
        pass(NOON.plusSeconds(10), NextDue.UNKNOWN);
        pass(NOON.plusSeconds(20), NextDue.UNKNOWN);

        assertThat(gate.journal()).containsExactly(tick(NOON.plusSeconds(10)), tick(NOON.plusSeconds(20)));
    }

    @Test
    void theJournalIsToldOfEachLocalMidnight() {
        begin();
        pass(MIDNIGHT.minusSeconds(1), NOTHING);
        assertThat(gate.journal()).isEmpty();
        pass(MIDNIGHT, NOTHING);
        pass(MIDNIGHT.plusSeconds(10), NOTHING);
        assertThat(gate.journal()).containsExactly(tick(MIDNIGHT));
        pass(MIDNIGHT.plus(DAY).minusSeconds(1), NOTHING);
        pass(MIDNIGHT.plus(DAY).plusSeconds(9), NOTHING);
        assertThat(gate.journal())
                .extracting(entry -> entry.value().getAcceptedAt())
                .containsExactly(MIDNIGHT.plus(DAY).plusSeconds(9));
    }

    @Test
    void withoutAProgrammeNobodyKnowsWhenADayBegins() {
        pass(NOON, NOTHING);
        pass(NOON.plusSeconds(10), NOTHING);

        assertThat(gate.journal()).hasSize(2);
    }

    @Test
    void aProgrammeComesBehindATickAtTheLastInstantTold() {
        begin();
        pass(NOON.plusSeconds(10), NOTHING);
        JournalEntry programme = new JournalEntry(NOON.plusSeconds(12), null, PROGRAMME);
        gate.control("programme", programme, NOON.plusSeconds(12));
        gate.control("programme", programme, NOON.plusSeconds(12));

        TestRecord<String, JournalEntry> entry = new TestRecord<>("programme", programme, NOON.plusSeconds(12));
        assertThat(gate.journal()).containsExactly(tick(NOON.plusSeconds(10)), entry, entry);
    }

    @Test
    void aHubThatWasDownForDaysTellsTheJournalDayByDay() {
        gate.publish(PROGRAMME);
        pass(NOON, NOON.minus(Duration.ofHours(50)), NOTHING);

        assertThat(gate.journal())
                .containsExactly(
                        tick(NOON.minus(Duration.ofHours(26))), tick(NOON.minus(Duration.ofHours(2))), tick(NOON));
        assertThat(gate.clock()).containsExactly(NOON);
        assertThat(written).containsExactly(3);
    }

    @Test
    void theClockDoesNotGoBack() {
        gate.publish(PROGRAMME);
        pass(NOON.minusSeconds(1), NOON, NextDue.UNKNOWN);
        pass(NOON, NOON, NextDue.UNKNOWN);
        assertThat(gate.written()).isEmpty();

        pass(NOON.plusSeconds(1), NOON, NOTHING);
        assertThat(gate.journal()).containsExactly(tick(NOON.plusSeconds(1)));
    }

    @Test
    void aReplaysTicksAllComeToTheJournalDayByDayAndMoveTheClock() {
        GateDriver replay = gate(Arrival.REPLAY_HEADER);
        for (Instant at : List.of(NOON, NOON.plusSeconds(1), NOON.plus(Duration.ofHours(25)), NOON, NOON)) {
            replay.control("tick", tick(at).value(), at);
        }
        assertThat(replay.journal())
                .extracting(entry -> entry.value().getAcceptedAt())
                .containsExactly(
                        NOON,
                        NOON.plusSeconds(1),
                        NOON.plusSeconds(1).plus(DAY),
                        NOON.plus(Duration.ofHours(25)),
                        NOON,
                        NOON);
        assertThat(replay.clock()).containsExactly(NOON, NOON.plusSeconds(1), NOON.plus(Duration.ofHours(25)));
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

    private Topology topology(LiveClock given) {
        return new HubTopology(registry, listener).gate(Surroundings.of(Arrival.BROKER_TIME, () -> given));
    }

    private static TestRecord<String, JournalEntry> tick(Instant at) {
        return new TestRecord<>("tick", new JournalEntry(at, null, new Tick()), at);
    }
}

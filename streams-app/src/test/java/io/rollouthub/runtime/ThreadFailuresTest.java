package io.rollouthub.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.UndecodableException;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topology.Arrival;
import io.rollouthub.topology.BrokenSealException;
import io.rollouthub.topology.FailedAttempts;
import io.rollouthub.topology.FlowListener;
import io.rollouthub.topology.HubTopology;
import io.rollouthub.topology.LiveClock;
import io.rollouthub.topology.RecordFailedException;
import io.rollouthub.topology.Seals;
import io.rollouthub.topology.Surroundings;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreadFailuresTest {
    private final ThreadFailures failures = new ThreadFailures(false);

    @BeforeEach
    void waitForNothing() {
        Thread.currentThread().interrupt(); // so that its back-off is over at once
    }

    @AfterEach
    void forgetTheInterruption() {
        assertThat(Thread.interrupted()).as("an interruption is passed on").isTrue();
    }

    @Test
    void aRegistryThatIsDownIsAskedAgainByAnotherThread() {
        RegistryUnavailableException down =
                new RegistryUnavailableException("registry is down", new IOException(), false);

        assertThat(failures.handle(new StreamsException(down))).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(failures.handle(down)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(failures.trouble()).startsWith("registry is down. ");
        assertThat(failures.failure()).isNull();
    }

    @Test
    void aProgrammeThatIsNotThereYetIsWaitedFor() {
        Throwable missing;
        Topology gate = new HubTopology(SchemaRegistry.inMemory(), FlowListener.NONE)
                .gate(Surroundings.of(Arrival.BROKER_TIME, () -> LiveClock.STOPPED));
        try (TopologyTestDriver driver = new TopologyTestDriver(gate)) {
            missing = catchThrowable(() -> driver.createInputTopic(
                            SupplierTopics.in("fujitsu"), new ByteArraySerializer(), new ByteArraySerializer())
                    .pipeInput(new byte[0]));
        }

        assertThat(failures.handle(missing)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(failures.failure()).isNull();
    }

    @Test
    void aKafkaThatDoesNotAnswerForLongIsTriedAgain() {
        Throwable silent = new StreamsException("task 0_0", new TimeoutException("no answer for 300 s"));

        assertThat(failures.handle(silent)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(failures.trouble()).isEqualTo("Kafka does not do its part: no answer for 300 s");
        assertThat(failures.failure()).isNull();
    }

    @Test
    void whatIsNotKnownToPassIsTriedAgainAsWellAndTold() {
        StreamsException denied =
                new StreamsException("task 0_0", new TopicAuthorizationException(Set.of("rollout.journal")));

        for (int time = 0; time < 20; time++) {
            assertThat(failures.handle(denied)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        }
        assertThat(failures.trouble()).contains("Not authorized", "rollout.journal");
        assertThat(failures.failure()).isNull();
    }

    @Test
    void aTopicOfRejectedRecordsThatMayNotBeWrittenIsATroubleThatPasses() {
        String rejected = SupplierTopics.rejected("bt");
        StreamsException denied = new StreamsException("task 0_0", new TopicAuthorizationException(Set.of(rejected)));

        for (int time = 0; time < 20; time++) {
            assertThat(failures.handle(denied)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        }
        assertThat(failures.trouble())
                .startsWith("What was refused may not be written: ")
                .contains(rejected);
    }

    @Test
    void whereSomebodyWaitsForAResultItStopsAtOnce() {
        StreamsException first = new StreamsException("first", new IllegalStateException("a mistake of ours"));
        ThreadFailures replay = new ThreadFailures(true);

        assertThat(replay.handle(first)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(replay.handle(new StreamsException("second")))
                .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(replay.failure()).isEqualTo(first);
    }

    @Test
    void whatHappensAtOneEntryOfTheJournalAgainStopsTheInstance() {
        StreamsException first = failureAt("rollout.journal", 0);
        StreamsException other = failureAt("rollout.journal", 1);

        assertThat(failures.handle(first)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(failures.handle(other)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(failures.failure()).isNull();
        assertThat(failures.handle(first)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(failures.failure()).isEqualTo(first);
        assertThat(StreamsFailedException.of(first))
                .hasMessageContaining("rollout.journal 0:0 cannot be processed")
                .hasMessageContaining("a mistake of ours")
                .hasMessageContaining("'rollout admin pass-over 0 0'");
    }

    @Test
    void whatIsKnownToHelpIsSaidBeforeTheWayOut() {
        RolloutException newer = new RolloutException("The record cannot be read.", "Run the newer version.");

        assertThat(StreamsFailedException.of(new RecordFailedException("rollout.journal", 0, 17, newer)))
                .hasMessage("the streams application has stopped: The record cannot be read. Run the newer version."
                        + " If nobody can: 'rollout admin pass-over 0 17' leaves the entry out for good.");
    }

    @Test
    void whatHappensAtASuppliersRecordIsTriedAgainUntilTheGateLeavesIt() {
        StreamsException failure = failureAt("rollout.in.bt", 0);
        for (int attempt = 0; attempt < FailedAttempts.MOST; attempt++) {
            assertThat(failures.handle(failure)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        }

        assertThat(failures.failure()).isNull();
        assertThat(failures.trouble()).contains("rollout.in.bt 0:0");
    }

    @Test
    void aSealThatDoesNotFitStopsItAtOnceAndSaysWhatToDo() {
        BrokenSealException broken =
                Objects.requireNonNull(Seals.compare(3, null, Map.of("reports-by-fact", 0L), () -> true));

        assertThat(failures.handle(new StreamsException("task 0_3", broken)))
                .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(StreamsFailedException.of(failures.failure()))
                .hasMessageContaining(
                        "has stopped: The ledger's state of partition 3 of the journal does not fit its seal")
                .hasMessageEndingWith(broken.remedy());
    }

    @Test
    void foreignBytesOnTheHubsOwnTopicsStopItToo() {
        StreamsException foreign =
                new StreamsException("a record", new UndecodableException("not in wire format", null));

        assertThat(failures.handle(foreign)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(failures.handle(foreign)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    }

    private static StreamsException failureAt(String topic, long offset) {
        return new StreamsException(
                "task 0_0",
                new RecordFailedException(topic, 0, offset, new IllegalStateException("a mistake of ours")));
    }

    @Test
    void waitsGrowAndEnd() {
        BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(60));

        assertThat(Stream.generate(backOff::next).limit(9))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }
}

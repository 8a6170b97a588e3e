package io.rollouthub.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topology.Arrival;
import io.rollouthub.topology.GateTopology;
import io.rollouthub.topology.LiveClock;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreadFailuresTest {
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final ThreadFailures failures = new ThreadFailures(failure);

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
        RegistryUnavailableException down = new RegistryUnavailableException("registry is down", new IOException());

        assertThat(failures.handle(new StreamsException(down))).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(failures.handle(down)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(failure).hasNullValue();
    }

    @Test
    void aProgrammeThatIsNotThereYetIsWaitedFor() {
        Throwable missing;
        Topology gate = GateTopology.build(SchemaRegistry.inMemory(), Arrival.BROKER_TIME, () -> LiveClock.STOPPED);
        try (TopologyTestDriver driver = new TopologyTestDriver(gate)) {
            missing = catchThrowable(() -> driver.createInputTopic(
                            SupplierTopics.in("fujitsu"), new ByteArraySerializer(), new ByteArraySerializer())
                    .pipeInput(new byte[0]));
        }

        assertThat(failures.handle(missing)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(failure).hasNullValue();
    }

    @Test
    void anythingElseStopsTheInstanceForTheFirstReason() {
        StreamsException first = new StreamsException("first", new IllegalStateException("a mistake of ours"));

        assertThat(failures.handle(first)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(failures.handle(new StreamsException("second")))
                .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(failure).hasValue(first);
        assertThat(new StreamsFailedException(first)).hasMessageContaining("a mistake of ours");
    }
}

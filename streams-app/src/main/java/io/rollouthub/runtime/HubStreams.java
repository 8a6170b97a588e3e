package io.rollouthub.runtime;

import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topology.Arrival;
import io.rollouthub.topology.GateTopology;
import io.rollouthub.topology.LedgerTopology;
import io.rollouthub.topology.LiveClock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/** One instance of the streams application: a gate and a ledger. */
public final class HubStreams implements AutoCloseable {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(30);

    private final List<KafkaStreams> applications;
    private final ThreadFailures failures = new ThreadFailures();

    /** A part of the application and the properties it runs with. */
    private record Part(Topology topology, Properties properties) {}

    private HubStreams(List<Part> parts) {
        this.applications = parts.stream().map(this::application).toList();
    }

    /**
     * Starts an instance.
     *
     * @throws NotPreparedException if its topics or its programme are not there yet (see {@link Provisioning})
     */
    public static HubStreams start(HubSettings settings, SchemaRegistry registry) {
        Topology gate = GateTopology.build(registry, settings.arrival(), () -> clock(settings));
        return start(
                settings,
                registry,
                List.of(new Part(gate, StreamsProperties.gate(settings)), ledger(settings, registry)));
    }

    /** Starts a ledger alone: it reads the journal that is there, and nothing is added to that. */
    public static HubStreams startLedger(HubSettings settings, SchemaRegistry registry) {
        return start(settings, registry, List.of(ledger(settings, registry)));
    }

    private static Part ledger(HubSettings settings, SchemaRegistry registry) {
        return new Part(LedgerTopology.build(registry), StreamsProperties.ledger(settings));
    }

    private static HubStreams start(HubSettings settings, SchemaRegistry registry, List<Part> parts) {
        TopicCheck.require(settings, registry);
        HubStreams streams = new HubStreams(parts);
        streams.applications.parallelStream().forEach(KafkaStreams::start);
        return streams;
    }

    private static LiveClock clock(HubSettings settings) {
        return settings.arrival() == Arrival.BROKER_TIME ? new BrokerClock(settings) : LiveClock.STOPPED;
    }

    private KafkaStreams application(Part part) {
        KafkaStreams streams = new KafkaStreams(part.topology(), part.properties());
        streams.setUncaughtExceptionHandler(failures);
        return streams;
    }

    /** Whether both parts have their partitions and take records. */
    public boolean isRunning() {
        return applications.stream().allMatch(streams -> streams.state() == KafkaStreams.State.RUNNING);
    }

    /**
     * What keeps it from getting on, though it tries again and again: a sentence; null if nothing is known. A trouble that
     * has passed is told for some seconds more.
     */
    public @Nullable String trouble() {
        return failures.trouble();
    }

    /**
     * Throws if the instance has failed for good.
     *
     * @throws StreamsFailedException with the reason
     */
    public void check() {
        Throwable reason = failures.failure();
        if (reason != null) {
            throw new StreamsFailedException(reason);
        }
        if (applications.stream().anyMatch(streams -> streams.state().hasStartedOrFinishedShuttingDown())) {
            throw new StreamsFailedException(null);
        }
    }

    /** Stops it and leaves its groups, so that others take over at once. */
    @Override
    public void close() {
        applications.parallelStream()
                .forEach(streams -> streams.close(
                        CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                                .withTimeout(CLOSE_PATIENCE)));
    }
}

package io.rollouthub.runtime;

import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topology.Arrival;
import io.rollouthub.topology.HubTopology;
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

    private final List<Part> parts;
    private final ThreadFailures failures = new ThreadFailures();

    /** What to run: a part's name, what it does, and the properties it runs with. */
    private record Plan(String part, Topology topology, Properties properties) {}

    /** A part of the application: {@code gate} or {@code ledger}. */
    public record Part(String name, KafkaStreams streams) {
        /** Whether it has its partitions and takes records. */
        public boolean isRunning() {
            return streams.state() == KafkaStreams.State.RUNNING;
        }
    }

    private HubStreams(List<Plan> plans, InstanceListener listener) {
        this.parts = plans.stream().map(plan -> part(plan, listener)).toList();
    }

    /** Starts an instance with nobody who listens; see {@link #start(HubSettings, SchemaRegistry, InstanceListener)}. */
    public static HubStreams start(HubSettings settings, SchemaRegistry registry) {
        return start(settings, registry, InstanceListener.NONE);
    }

    /**
     * Starts an instance.
     *
     * @throws NotPreparedException if its topics or its programme are not there yet (see {@link Provisioning})
     */
    public static HubStreams start(HubSettings settings, SchemaRegistry registry, InstanceListener listener) {
        Topology gate = new HubTopology(registry, listener).gate(settings.arrival(), () -> clock(settings, listener));
        List<Plan> plans =
                List.of(new Plan("gate", gate, StreamsProperties.gate(settings)), ledger(settings, registry, listener));
        TopicCheck.require(settings, registry);
        return start(new HubStreams(plans, listener));
    }

    /** Starts a ledger alone: it reads the journal that is there, and nothing is added to that. */
    public static HubStreams startLedger(HubSettings settings, SchemaRegistry registry) {
        TopicCheck.require(settings, registry);
        List<Plan> plans = List.of(ledger(settings, registry, InstanceListener.NONE));
        return start(new HubStreams(plans, InstanceListener.NONE));
    }

    private static Plan ledger(HubSettings settings, SchemaRegistry registry, InstanceListener listener) {
        return new Plan("ledger", new HubTopology(registry, listener).ledger(), StreamsProperties.ledger(settings));
    }

    private static HubStreams start(HubStreams streams) {
        streams.parts.parallelStream().forEach(part -> part.streams().start());
        return streams;
    }

    private static LiveClock clock(HubSettings settings, InstanceListener listener) {
        return settings.arrival() == Arrival.BROKER_TIME ? new BrokerClock(settings, listener) : LiveClock.STOPPED;
    }

    private Part part(Plan plan, InstanceListener listener) {
        KafkaStreams streams = new KafkaStreams(plan.topology(), plan.properties());
        streams.setUncaughtExceptionHandler(failures);
        streams.setGlobalStateRestoreListener(listener);
        return new Part(plan.part(), streams);
    }

    /** The parts, for whoever measures them. */
    public List<Part> parts() {
        return parts;
    }

    /** Whether both parts have their partitions and take records. */
    public boolean isRunning() {
        return parts.stream().allMatch(Part::isRunning);
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
        if (parts.stream().anyMatch(part -> part.streams().state().hasStartedOrFinishedShuttingDown())) {
            throw new StreamsFailedException(null);
        }
    }

    /** Stops it and leaves its groups, so that others take over at once. */
    @Override
    public void close() {
        parts.parallelStream().forEach(part -> part.streams()
                .close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                        .withTimeout(CLOSE_PATIENCE)));
    }
}

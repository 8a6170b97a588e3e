package io.rollouthub.runtime;

import io.rollouthub.reader.JournalNow;
import io.rollouthub.reader.LeftOutEntries;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topology.Arrival;
import io.rollouthub.topology.FlowListener;
import io.rollouthub.topology.HubTopology;
import io.rollouthub.topology.JournalKnowledge;
import io.rollouthub.topology.LiveClock;
import io.rollouthub.topology.Surroundings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/** One instance of the streams application: a gate and a ledger. */
public final class HubStreams implements AutoCloseable {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(30);

    private final FlowListener listener;
    private final List<Part> parts = new ArrayList<>();
    private final ThreadFailures failures;
    private final TopicsThere there;
    private volatile @Nullable String heldBy;
    private final Fencings fencings = new Fencings();
    private final @Nullable TopicWatch topics;

    /** A part of the application: {@code gate} or {@code ledger}. */
    public record Part(String name, KafkaStreams streams) {
        /** Whether it has its partitions and takes records. */
        public boolean isRunning() {
            return streams.state() == KafkaStreams.State.RUNNING;
        }
    }

    private HubStreams(FlowListener listener, HubSettings settings, @Nullable TopicWatch topics) {
        this.listener = listener;
        this.failures = new ThreadFailures(settings.arrival() == Arrival.REPLAY_HEADER);
        this.there = new TopicsThere(settings.clientProperties());
        this.topics = topics;
    }

    /**
     * Starts an instance.
     *
     * @throws OtherStateException if there is state of another version
     * @throws NotPreparedException if its topics or its programme are not there yet
     * @throws BrokenPromiseException if topics are set so that it could not keep what it promises
     */
    public static HubStreams start(HubSettings settings, SchemaRegistry registry, FlowListener listener) {
        HubStreams streams = new HubStreams(listener, settings, require(settings, registry));
        Topology gate = new HubTopology(registry, listener).gate(streams.surroundings(settings, registry));
        streams.add("gate", gate, StreamsProperties.gate(settings));
        return streams.startWithLedger(settings, registry);
    }

    /** Starts a ledger alone: it reads the journal that is there, and nothing is added to that. */
    public static HubStreams startLedger(HubSettings settings, SchemaRegistry registry) {
        return new HubStreams(FlowListener.NONE, settings, require(settings, registry))
                .startWithLedger(settings, registry);
    }

    /** What watches the topics from now on; nothing in a replay, whose topics nobody else knows. */
    private static @Nullable TopicWatch require(HubSettings settings, SchemaRegistry registry) {
        OtherJournalException.require(JournalNow.read(settings.clientProperties(), registry));
        new StateCheck(settings.clientProperties(), registry).require();
        List<BrokenPromise> broken = TopicCheck.require(settings, registry);
        return settings.arrival() == Arrival.BROKER_TIME ? new TopicWatch(settings, registry, broken) : null;
    }

    private HubStreams startWithLedger(HubSettings settings, SchemaRegistry registry) {
        Properties properties = StreamsProperties.ledger(settings);
        String group = properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        add(
                "ledger",
                new HubTopology(registry, listener)
                        .ledger(
                                settings.ledger().kept(),
                                settings.ledger().slices(),
                                new JournalKnowledge(
                                        new ReadTogether<>(
                                                () -> LeftOutEntries.read(settings.clientProperties(), registry)),
                                        new Begun(settings.clientProperties(), group))),
                properties);
        parts.parallelStream().forEach(part -> part.streams().start());
        return this;
    }

    private void add(String part, Topology topology, Properties properties) {
        KafkaStreams streams = new KafkaStreams(topology, properties, new FencedClients(() -> {
            fencings.happened();
            listener.fenced();
        }));
        streams.setUncaughtExceptionHandler(failures);
        streams.setGlobalStateRestoreListener(listener);
        parts.add(new Part(part, streams));
    }

    private Surroundings surroundings(HubSettings settings, SchemaRegistry registry) {
        Supplier<LiveClock> clocks = () -> clock(settings, registry);
        if (settings.arrival() == Arrival.REPLAY_HEADER) {
            return Surroundings.of(settings.arrival(), clocks);
        }
        ParkedRecords parked = new ParkedRecords(settings.clientProperties(), registry, settings.stateDir());
        parked.countEnds();
        return new Surroundings(settings.arrival(), clocks, parked, there);
    }

    private LiveClock clock(HubSettings settings, SchemaRegistry registry) {
        return settings.arrival() == Arrival.BROKER_TIME
                ? new BrokerClock(settings, registry, listener, whose -> heldBy = whose)
                : LiveClock.STOPPED;
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

    /** Whose open transaction holds the hub's clock, which this instance makes tick, a clause; null: nobody's. */
    public @Nullable String heldBy() {
        return heldBy;
    }

    /** How often in the last ten minutes it was taken for dead by Kafka and its open work done again, here or elsewhere. */
    public int fencings() {
        return fencings.ofLate();
    }

    /** What its topics' settings do not let the hub promise, as they were found last; whether that was accepted or not. */
    public List<BrokenPromise> broken() {
        return topics == null ? List.of() : topics.broken();
    }

    /** Throws a {@link StreamsFailedException} with the reason if the instance has failed for good. */
    public void check() {
        Throwable reason = failures.failure();
        if (reason != null) {
            throw StreamsFailedException.of(reason);
        }
        if (parts.stream().anyMatch(part -> part.streams().state().hasStartedOrFinishedShuttingDown())) {
            throw StreamsFailedException.of(null);
        }
    }

    /** Stops it and leaves its groups, so that others take over at once. */
    @Override
    public void close() {
        if (topics != null) {
            topics.close();
        }
        parts.parallelStream().forEach(part -> part.streams()
                .close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                        .withTimeout(CLOSE_PATIENCE)));
        there.close();
    }
}

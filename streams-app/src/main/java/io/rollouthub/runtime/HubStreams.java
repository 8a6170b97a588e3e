package io.rollouthub.runtime;

import io.rollouthub.programme.Programme;
import io.rollouthub.reader.JournalNow;
import io.rollouthub.reader.LeftOutEntries;
import io.rollouthub.reader.Stage;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topology.Arrival;
import io.rollouthub.topology.FailedAttempts;
import io.rollouthub.topology.FlowListener;
import io.rollouthub.topology.HubTopology;
import io.rollouthub.topology.JournalKnowledge;
import io.rollouthub.topology.JournalKnowledge.Suppliers;
import io.rollouthub.topology.LiveClock;
import io.rollouthub.topology.Surroundings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
    private final TopicsThere ledgersThere;
    private final UnreadableTopics unreadable;
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
        Map<String, Object> gate = settings.clientProperties(Stage.GATE);
        Map<String, Object> ledger = settings.clientProperties(Stage.LEDGER);
        this.there = new TopicsThere(gate);
        this.ledgersThere = ledger.equals(gate) ? there : new TopicsThere(ledger);
        this.unreadable = new UnreadableTopics(gate);
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
        return settings.arrival() == Arrival.BROKER_TIME
                ? streams.startLive(settings, registry)
                : streams.startReplay(settings, registry);
    }

    private HubStreams startLive(HubSettings settings, SchemaRegistry registry) {
        ParkedRecords parked = new ParkedRecords(settings.clientProperties(), registry, settings.stateDir());
        parked.countEnds();
        Supplier<LiveClock> clocks = () -> new BrokerClock(settings, registry, listener, whose -> heldBy = whose);
        Surroundings surroundings = new Surroundings(settings.arrival(), clocks, parked, there);
        Topology gate = new HubTopology(registry, listener).gate(surroundings);
        add("gate", gate, StreamsProperties.gate(settings), unreadable);
        return startWithLedger(settings, registry, new Suppliers(told(settings, registry), ledgersThere, parked));
    }

    /** Of topics that nobody else knows. */
    private HubStreams startReplay(HubSettings settings, SchemaRegistry registry) {
        Surroundings surroundings = Surroundings.of(settings.arrival(), () -> LiveClock.STOPPED);
        Topology gate = new HubTopology(registry, listener).gate(surroundings);
        add("gate", gate, StreamsProperties.gate(settings), null);
        return startWithLedger(settings, registry, Suppliers.ALL);
    }

    /** Starts a ledger alone: it reads the journal that is there, and nothing is added to that. */
    public static HubStreams startLedger(HubSettings settings, SchemaRegistry registry) {
        return new HubStreams(FlowListener.NONE, settings, require(settings, registry))
                .startWithLedger(
                        settings,
                        registry,
                        new Suppliers(told(settings, registry), topic -> true, FailedAttempts.NONE));
    }

    /** What watches the topics from now on; nothing in a replay, whose topics nobody else knows. */
    private static @Nullable TopicWatch require(HubSettings settings, SchemaRegistry registry) {
        OtherJournalException.require(JournalNow.read(settings.clientProperties(), registry));
        new StateCheck(settings.clientProperties(), registry).require();
        List<BrokenPromise> broken = TopicCheck.require(settings, registry);
        return settings.arrival() == Arrival.BROKER_TIME ? new TopicWatch(settings, registry, broken) : null;
    }

    private HubStreams startWithLedger(HubSettings settings, SchemaRegistry registry, Suppliers suppliers) {
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
                                        new Begun(settings.clientProperties(), group),
                                        suppliers)),
                properties,
                null);
        parts.parallelStream().forEach(part -> part.streams().start());
        return this;
    }

    private static IntToLongFunction told(HubSettings settings, SchemaRegistry registry) {
        Supplier<Map<Integer, Long>> marks =
                new ReadTogether<>(new VerdictMarks(settings.clientProperties(), registry)::read);
        return partition -> marks.get().getOrDefault(partition, -1L);
    }

    private void add(String part, Topology topology, Properties properties, @Nullable UnreadableTopics leftOut) {
        Runnable fenced = () -> {
            fencings.happened();
            listener.fenced();
        };
        KafkaStreams streams = new KafkaStreams(topology, properties, new FencedClients(fenced, leftOut));
        streams.setUncaughtExceptionHandler(thrown -> {
            there.doubt();
            ledgersThere.doubt();
            return failures.handle(thrown);
        });
        streams.setGlobalStateRestoreListener(listener);
        parts.add(new Part(part, streams));
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

    /** Which suppliers' topics of rejected records do not take what is for them, so that it is parked: a clause each. */
    public List<String> closedTopics() {
        return Stream.concat(there.closed().stream(), ledgersThere.closed().stream())
                .distinct()
                .toList();
    }

    /** Which suppliers' topics cannot be read, so that what is there waits: a clause each, with the way out. */
    public List<String> unreadableTopics() {
        List<String> missing = topics == null ? List.of() : topics.missing();
        return Stream.of(unreadable.sentence(), missing.isEmpty() ? null : UnreadableTopics.hidden(missing))
                .filter(Objects::nonNull)
                .toList();
    }

    /** How many topics of suppliers that concerns. */
    public int countUnreadableTopics() {
        Set<String> concerned = new HashSet<>(unreadable.known());
        concerned.addAll(topics == null ? List.of() : topics.missing());
        return concerned.size();
    }

    /** Which topics of suppliers' reports are not among those that Kafka shows, a clause with the way out; null: none. */
    public static @Nullable String missingTopics(Programme programme, Set<String> shown) {
        List<String> missing = TopicWatch.missing(programme, shown);
        return missing.isEmpty() ? null : UnreadableTopics.hidden(missing);
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
        ledgersThere.close();
        unreadable.close();
    }
}

package io.rollouthub.runtime;

import io.rollouthub.domain.ledger.Budget;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Stage;
import io.rollouthub.topology.Arrival;
import io.rollouthub.topology.KeptIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How the streams application runs.
 *
 * @param stateDir where Kafka Streams keeps its files
 * @param arrival how a record tells when it was accepted
 * @param ledger how the rules are applied
 * @param kafka properties for Kafka's clients and for Kafka Streams, over all others; after {@code gate.} or {@code ledger.}
 *     for that application alone
 * @param weaker what the hub need not promise, as others set its topics
 * @param gateThreads how many of an instance judge what suppliers publish
 */
public record HubSettings(
        String bootstrapServers,
        Path stateDir,
        Arrival arrival,
        ClockSettings clock,
        Layout layout,
        Ledger ledger,
        Map<String, String> kafka,
        Set<TopicPromise> weaker,
        int gateThreads) {

    /** Of a hub that keeps all it promises, and judges on one thread. */
    public HubSettings(
            String bootstrapServers,
            Path stateDir,
            Arrival arrival,
            ClockSettings clock,
            Layout layout,
            Ledger ledger,
            Map<String, String> kafka) {
        this(bootstrapServers, stateDir, arrival, clock, layout, ledger, kafka, Set.of(), 1);
    }

    /** How topics are laid out; the journal and the outputs have as many partitions as instances can share the work. */
    public record Layout(int partitions, int supplierPartitions, short replicas) {}

    /**
     * How the rules are applied.
     *
     * @param threads how many of an instance apply them
     * @param kept in what they keep their tables
     * @param standbys on how many other instances what they keep is held ready
     * @param slices how much is done between two commits at most
     */
    public record Ledger(int threads, KeptIn kept, int standbys, Supplier<Budget> slices) {
        /** A transaction must end long before it times out, and what waits behind a slice should not notice it. */
        private static final Duration SLICE = Duration.ofMillis(100);

        private static final int ROWS = 5_000;

        public static final Ledger DEFAULT = new Ledger(1, KeptIn.MEMORY);

        /** With slices that suit a hub at work. */
        public Ledger(int threads, KeptIn kept) {
            this(threads, kept, Ledger::slice);
        }

        private static Budget slice() {
            long end = System.nanoTime() + SLICE.toNanos();
            return Budget.of(ROWS, () -> System.nanoTime() - end >= 0);
        }

        /** Held ready nowhere else. */
        public Ledger(int threads, KeptIn kept, Supplier<Budget> slices) {
            this(threads, kept, 0, slices);
        }

        /** The same, held ready on other instances. */
        public Ledger withStandbys(int others) {
            return new Ledger(threads, kept, others, slices);
        }
    }

    /** The same settings with the files of Kafka Streams elsewhere, for another instance on this machine. */
    public HubSettings withStateDir(Path dir) {
        return new HubSettings(bootstrapServers, dir, arrival, clock, layout, ledger, kafka, weaker, gateThreads);
    }

    /** The same settings without some of what the hub promises. */
    public HubSettings without(Set<TopicPromise> promises) {
        return new HubSettings(
                bootstrapServers, stateDir, arrival, clock, layout, ledger, kafka, promises, gateThreads);
    }

    /** Properties of one of the two applications, such as whom it comes as. */
    public Map<String, String> kafkaOf(Stage application) {
        Map<String, String> properties = new HashMap<>(kafkaOfAll());
        String prefix = prefix(application);
        kafka.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                properties.put(key.substring(prefix.length()), value);
            }
        });
        return properties;
    }

    /** Without those of one application alone. */
    Map<String, String> kafkaOfAll() {
        Map<String, String> properties = new HashMap<>(kafka);
        properties.keySet().removeIf(key -> Arrays.stream(Stage.values()).anyMatch(one -> key.startsWith(prefix(one))));
        return properties;
    }

    private static String prefix(Stage application) {
        return application.name().toLowerCase(Locale.ROOT) + ".";
    }

    /** Properties of any Kafka client. */
    public Map<String, Object> clientProperties() {
        return withAddress(kafkaOfAll());
    }

    /** Properties of a Kafka client that comes as one of the two applications. */
    Map<String, Object> clientProperties(Stage application) {
        return withAddress(kafkaOf(application));
    }

    private Map<String, Object> withAddress(Map<String, String> client) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put("bootstrap.servers", bootstrapServers);
        return properties;
    }
}

package io.rollouthub.runtime;

import io.rollouthub.reader.ClockSettings;
import io.rollouthub.topology.Arrival;
import io.rollouthub.topology.KeptIn;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * How the streams application runs.
 *
 * @param stateDir where Kafka Streams keeps its files
 * @param arrival how a record tells when it was accepted
 * @param ledger how the rules are applied
 * @param kafka properties for Kafka's clients and for Kafka Streams, over all others
 */
public record HubSettings(
        String bootstrapServers,
        Path stateDir,
        Arrival arrival,
        ClockSettings clock,
        Layout layout,
        Ledger ledger,
        Map<String, String> kafka) {

    /** How topics are laid out; the journal and the outputs have as many partitions as instances can share the work. */
    public record Layout(int partitions, int supplierPartitions, short replicas) {}

    /** How many threads of an instance apply the rules, and in what they keep their tables. */
    public record Ledger(int threads, KeptIn kept) {
        public static final Ledger DEFAULT = new Ledger(1, KeptIn.MEMORY);
    }

    /** The same settings with the files of Kafka Streams elsewhere, for another instance on this machine. */
    public HubSettings withStateDir(Path dir) {
        return new HubSettings(bootstrapServers, dir, arrival, clock, layout, ledger, kafka);
    }

    /** Properties of any Kafka client. */
    public Map<String, Object> clientProperties() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put("bootstrap.servers", bootstrapServers);
        return properties;
    }
}

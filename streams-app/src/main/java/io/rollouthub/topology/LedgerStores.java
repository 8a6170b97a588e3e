package io.rollouthub.topology;

import io.rollouthub.domain.store.Tables;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.Alert;
import io.rollouthub.output.Forecast;
import io.rollouthub.programme.Programme;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.state.ClusterState;
import io.rollouthub.state.Cut;
import io.rollouthub.topic.Topic;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The ledger's tables as state stores of Kafka Streams. Their names are those of changelog topics: whoever renames one
 * must reset the ledger.
 */
public final class LedgerStores {
    private static final Topic<Programme> PROGRAMME = state("programme-by-key", Programme.class);
    private static final String TICK = "tick-by-key";
    private static final Topic<ClusterState> CLUSTERS = state("clusters-by-cluster", ClusterState.class);
    private static final Topic<JournalEntry> REPORTS = state("reports-by-fact", JournalEntry.class);
    private static final String OPENERS = "openers-by-fact";
    private static final Topic<Alert> ALERTS = state("alerts-by-alert", Alert.class);
    private static final Topic<Cut> CUTS = state("cuts-by-place", Cut.class);
    private static final Topic<Forecast> FORECASTS = state("forecasts-by-fact", Forecast.class);

    private static final List<Topic<? extends SpecificRecord>> TABLES =
            List.of(PROGRAMME, CLUSTERS, REPORTS, ALERTS, CUTS, FORECASTS);

    private LedgerStores() {}

    /** What has to be registered before the ledger starts: a subject and a schema each. */
    public static List<Topic<?>> schemas() {
        return Stream.concat(TABLES.stream(), Stream.of(Backlog.SCHEMA, Seals.STORE))
                .toList();
    }

    /** Those whose rows are sealed: all that have a changelog, but that of the seal itself. */
    public static List<String> sealed() {
        return Stream.concat(
                        TABLES.stream().map(Topic::name),
                        Stream.of(TICK, OPENERS, LedgerVersion.STORE, Backlog.SCHEMA.name()))
                .toList();
    }

    static List<StoreBuilder<?>> all(SchemaRegistry registry, KeptIn kept) {
        Stream<StoreBuilder<?>> records =
                TABLES.stream().map(topic -> store(kept, topic.name(), AvroSerde.of(topic, registry)));
        Stream<StoreBuilder<?>> others = Stream.of(
                store(KeptIn.MEMORY, TICK, Serdes.String()),
                store(kept, OPENERS, Serdes.String()),
                LedgerVersion.store(),
                SealedState.store(registry),
                Backlog.store(registry),
                BeforeCommit.store());
        return Stream.of(records, others).flatMap(Function.identity()).toList();
    }

    static Tables tables(ProcessorContext<?, ?> context) {
        return new Tables(
                table(context, PROGRAMME.name()),
                table(context, TICK),
                table(context, CLUSTERS.name()),
                table(context, REPORTS.name()),
                table(context, OPENERS),
                table(context, ALERTS.name()),
                table(context, CUTS.name()),
                table(context, FORECASTS.name()));
    }

    private static <V> StoreTable<V> table(ProcessorContext<?, ?> context, String name) {
        KeyValueStore<String, V> store = context.getStateStore(name);
        return new StoreTable<>(store);
    }

    private static <V extends SpecificRecord> Topic<V> state(String name, Class<V> type) {
        return Topic.store(name, type);
    }

    private static <V> StoreBuilder<?> store(KeptIn kept, String name, Serde<V> serde) {
        return Stores.keyValueStoreBuilder(kept.table(name), Serdes.String(), serde);
    }
}

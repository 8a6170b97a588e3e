package io.rollouthub.topology;

import io.rollouthub.domain.store.Tables;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.Alert;
import io.rollouthub.output.Forecast;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.SupplierRecord;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.programme.Programme;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.state.ClusterState;
import io.rollouthub.state.GoLiveDays;
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
    private static final Topic<SupplierStatus> SUPPLIERS = state("suppliers-by-cluster", SupplierStatus.class);
    private static final Topic<JournalEntry> REPORTS = state("reports-by-fact", JournalEntry.class);
    private static final Topic<MilestoneState> MILESTONES = state("milestones-by-cluster", MilestoneState.class);
    private static final String COMMITMENTS = "commitments-by-target";
    private static final Topic<GoLiveDays> GO_LIVES = state("go-lives-by-month", GoLiveDays.class);
    private static final Topic<Alert> ALERTS = state("alerts-by-alert", Alert.class);
    private static final String COUNTERS = "counters-by-cluster";
    private static final Topic<Forecast> FORECASTS = state("forecasts-by-fact", Forecast.class);
    private static final Topic<SupplierRecord> SUPPLIER_RECORDS = state("records-by-supplier", SupplierRecord.class);
    private static final String TIMERS = "timers-by-instant";

    private LedgerStores() {}

    /** What has to be registered before the ledger starts: a subject and a schema each. */
    public static List<Topic<?>> schemas() {
        return List.of(
                PROGRAMME, CLUSTERS, SUPPLIERS, REPORTS, MILESTONES, GO_LIVES, ALERTS, FORECASTS, SUPPLIER_RECORDS);
    }

    static List<StoreBuilder<?>> all(SchemaRegistry registry) {
        Stream<StoreBuilder<?>> records =
                schemas().stream().map(topic -> store(topic.name(), AvroSerde.of(topic, registry)));
        Stream<StoreBuilder<?>> texts = Stream.of(TICK, COMMITMENTS, TIMERS).map(name -> store(name, Serdes.String()));
        Stream<StoreBuilder<?>> counters = Stream.of(store(COUNTERS, Serdes.Long()));
        Stream<StoreBuilder<?>> version = Stream.of(LedgerVersion.store());
        return Stream.of(records, texts, counters, version)
                .flatMap(Function.identity())
                .toList();
    }

    static Tables tables(ProcessorContext<?, ?> context) {
        return new Tables(
                table(context, PROGRAMME.name()),
                table(context, TICK),
                table(context, CLUSTERS.name()),
                table(context, SUPPLIERS.name()),
                table(context, REPORTS.name()),
                table(context, MILESTONES.name()),
                table(context, COMMITMENTS),
                table(context, GO_LIVES.name()),
                table(context, ALERTS.name()),
                table(context, COUNTERS),
                table(context, FORECASTS.name()),
                table(context, SUPPLIER_RECORDS.name()),
                table(context, TIMERS));
    }

    private static <V> StoreTable<V> table(ProcessorContext<?, ?> context, String name) {
        KeyValueStore<String, V> store = context.getStateStore(name);
        return new StoreTable<>(store);
    }

    private static <V extends SpecificRecord> Topic<V> state(String name, Class<V> type) {
        return new Topic<>(name, type, true);
    }

    private static <V> StoreBuilder<?> store(String name, Serde<V> serde) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), serde);
    }
}

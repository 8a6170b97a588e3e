package io.rollouthub.bench.peer;

import io.rollouthub.bench.contender.PeerArguments;
import io.rollouthub.bench.contender.PeerContender;
import io.rollouthub.bench.contender.PeerContender.Jvm;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.EventStatus;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.AvroReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * What one writes first in the DSL of Kafka Streams: of each site the latest plan and the latest go-live as two tables, joined; and
 * go-lives by cluster and month. It has no journal, no checks, no order of reports, no forecasts, commitments, timers or alerts,
 * and knows go-lives of sites alone.
 */
public final class TwoTables {
    private static final String GROUP = "bench-dsl";
    private static final String SITES = GROUP + "-sites";
    private static final String GO_LIVES = GROUP + "-go-lives";
    private static final Serde<String> TEXT = Serdes.String();

    private TwoTables() {}

    public static PeerContender contender() {
        return new PeerContender("dsl", TwoTables.class.getName(), GROUP, Jvm.AS_THE_HUB);
    }

    public static void main(String[] args) throws InterruptedException {
        PeerArguments arguments = PeerArguments.of(args);
        PeerStreams streams = new PeerStreams(GROUP, arguments);
        StreamsBuilder builder = new StreamsBuilder(streams.topologyConfig());
        KStream<String, String> sites = reports(builder, arguments);
        KTable<String, String> plans = latest(sites, "plan", EventStatus.PLANNED, EventStatus.POSTPONED);
        KTable<String, String> lives =
                latest(sites, "live", EventStatus.LIVE, EventStatus.REVERTED, EventStatus.CANCELLED);
        plans.outerJoin(lives, (plan, live) -> plan + "," + live, Named.as("join-plan-and-live"), inMemory("sites"))
                .toStream(Named.as("tell-sites"))
                .to(SITES, Produced.with(TEXT, TEXT).withName("write-sites"));
        lives.groupBy(TwoTables::byMonth, Grouped.with("by-month", TEXT, TEXT))
                .count(
                        Named.as("count-go-lives"),
                        Materialized.<String, Long>as(Stores.inMemoryKeyValueStore("go-lives-by-month"))
                                .withKeySerde(TEXT)
                                .withValueSerde(Serdes.Long()))
                .toStream(Named.as("tell-go-lives"))
                .to(GO_LIVES, Produced.with(TEXT, Serdes.Long()).withName("write-go-lives"));
        streams.run(builder.build(), SITES, GO_LIVES);
    }

    /** Status and date by site. */
    private static KStream<String, String> reports(StreamsBuilder builder, PeerArguments arguments) {
        SchemaRegistry registry = SchemaRegistry.at(arguments.registryUrl(), Map.of());
        ThreadLocal<AvroReader> reader = ThreadLocal.withInitial(() -> new AvroReader(
                registry, Stream.of(EventKind.values()).map(EventKind::schema).toList()));
        return builder.stream(
                        arguments.topics(),
                        Consumed.with(TEXT, Serdes.ByteArray()).withName("read-reports"))
                .mapValues(value -> ReportedEvent.of(reader.get().read(value)), Named.as("decode-report"))
                .filter((cluster, report) -> report.kind() == EventKind.GO_LIVE, Named.as("take-sites"))
                .map(
                        (cluster, report) ->
                                KeyValue.pair(report.key().toString(), report.status() + " " + report.date()),
                        Named.as("key-by-site"))
                .repartition(Repartitioned.with(TEXT, TEXT).withName("by-site").withNumberOfPartitions(6));
    }

    /** Of each site the date of the last report with one of these statuses; none if it has none. */
    private static KTable<String, String> latest(
            KStream<String, String> sites, String what, EventStatus dated, EventStatus... others) {
        List<EventStatus> wanted =
                Stream.concat(Stream.of(dated), Stream.of(others)).toList();
        return sites.filter((site, report) -> wanted.contains(status(report)), Named.as("take-" + what))
                .mapValues(
                        report -> status(report) == dated ? report.substring(report.indexOf(' ') + 1) : null,
                        Named.as("date-of-" + what))
                .toTable(Named.as("keep-" + what), inMemory(what));
    }

    private static EventStatus status(String report) {
        return EventStatus.valueOf(report.substring(0, report.indexOf(' ')));
    }

    private static KeyValue<String, String> byMonth(String site, String date) {
        String month = LocalDate.parse(date).toString().substring(0, "2026-11".length());
        return KeyValue.pair(site.substring(0, site.indexOf('/')) + "/" + month, date);
    }

    private static Materialized<String, String, KeyValueStore<Bytes, byte[]>> inMemory(String what) {
        return Materialized.<String, String>as(Stores.inMemoryKeyValueStore(what + "-by-site"))
                .withKeySerde(TEXT)
                .withValueSerde(TEXT);
    }
}

package io.rollouthub.bench.flink;

import io.rollouthub.bench.contender.PeerArguments;
import io.rollouthub.check.EventCheck;
import io.rollouthub.check.Reason;
import io.rollouthub.check.Refusal;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.output.Status;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.HubReader;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.serde.UndecodableException;
import io.rollouthub.topic.SupplierTopics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * All that the peer does with the reports of a cluster: checks, journal, facts, counts, timers, alerts; figures are gathered until
 * {@link #publish}.
 */
@SuppressWarnings("NullAway.Init") // Flink opens it before anything else
final class ClusterFunction extends KeyedProcessFunction<String, Arrived, PeerRow> {
    private static final long serialVersionUID = 1;

    private final String bootstrapServers;
    private final String registryUrl;

    private transient AvroReader reader;
    private transient EventCheck check;
    private transient CivilTime time;
    private transient RowWriter rows;
    private transient KeptCluster kept;
    private transient Map<String, Changed> changed;

    /** What has to be published of a cluster: its milestones, months and suppliers. */
    private record Changed(Set<String> facts, Set<String> months, Set<String> suppliers) {
        static Changed nothing() {
            return new Changed(new HashSet<>(), new HashSet<>(), new HashSet<>());
        }
    }

    ClusterFunction(PeerArguments arguments) {
        bootstrapServers = arguments.bootstrapServers();
        registryUrl = arguments.registryUrl();
    }

    @Override
    public void open(OpenContext context) {
        SchemaRegistry registry = SchemaRegistry.at(registryUrl, Map.of());
        Programme programme =
                Objects.requireNonNull(HubReader.programme(Map.of("bootstrap.servers", bootstrapServers), registry));
        reader = new AvroReader(
                registry, Stream.of(EventKind.values()).map(EventKind::schema).toList());
        check = new EventCheck(programme);
        time = new CivilTime(ZoneId.of(programme.getZone()));
        rows = new RowWriter(registry, programme.getZone());
        kept = new KeptCluster(getRuntimeContext());
        changed = new HashMap<>();
    }

    @Override
    public void processElement(Arrived record, Context context, Collector<PeerRow> out) throws Exception {
        SpecificRecord event;
        try {
            event = reader.read(record.value);
        } catch (UndecodableException e) {
            out.collect(rows.rejected(record, new Refusal(Reason.UNDECODABLE, String.valueOf(e.getMessage()))));
            return;
        }
        Refusal refusal =
                check.check(event, SupplierTopics.supplierOf(record.topic), Instant.ofEpochMilli(record.acceptedAt));
        if (refusal != null) {
            out.collect(rows.rejected(record, refusal));
            return;
        }
        out.collect(rows.journal(record, event));
        ReportedEvent report = ReportedEvent.of(event);
        accept(record, report);
        if (report.kind() != EventKind.CONTRACT) {
            apply(report, context, out);
        }
    }

    private void accept(Arrived record, ReportedEvent report) throws Exception {
        for (String whose : List.of(KeptCluster.ALL, report.supplier())) {
            Totals totals = kept.totals(whose);
            totals.accepted++;
            totals.lastAcceptedAt = record.acceptedAt;
            totals.lastEventId = report.eventId();
            kept.totals.put(whose, totals);
        }
        changed(record.cluster).suppliers.add(report.supplier());
    }

    private void apply(ReportedEvent report, Context context, Collector<PeerRow> out) throws Exception {
        String key = report.key().toString();
        KeptFact found = kept.facts.get(key);
        KeptFact fact = found == null ? KeptFact.on(report) : found;
        Set<String> months = changed(report.cluster()).months;
        int due = fact.due;
        kept.count(fact, -1, months);
        fact.take(report);
        judge(report.cluster(), fact, List.of(report.cause()), out::collect);
        kept.count(fact, 1, months);
        kept.facts.put(key, fact);
        if (fact.isMilestone()) {
            changed(report.cluster()).facts.add(key);
            changed(report.cluster()).suppliers.add(fact.owner);
            if (fact.due != due) {
                context.timerService()
                        .registerProcessingTimeTimer(
                                time.endOf(LocalDate.ofEpochDay(fact.due)).toEpochMilli());
            }
        }
    }

    /** Its status now, and a transition if that changes whether it is missed. */
    private void judge(String cluster, KeptFact fact, List<String> causes, Consumer<PeerRow> out) throws Exception {
        if (!fact.isMilestone()) {
            return;
        }
        Instant now = Instant.now();
        LocalDate due = LocalDate.ofEpochDay(fact.due);
        boolean was = fact.status.equals(Status.MISSED.name());
        fact.status = fact.status(time.hasPassed(due, now)).name();
        boolean is = fact.status.equals(Status.MISSED.name());
        if (was != is) {
            Totals totals = kept.totals(KeptCluster.ALL);
            totals.openAlerts += is ? 1 : -1;
            kept.totals.put(KeptCluster.ALL, totals);
            fact.episode += is ? 1 : 0;
            fact.missedSince = is ? time.endOf(due).toEpochMilli() : fact.missedSince;
            out.accept(rows.transition(cluster, fact, now, causes));
        }
    }

    /** A day has ended on which something of the cluster was due. */
    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<PeerRow> out) throws Exception {
        Changed now = changed(context.getCurrentKey());
        for (Map.Entry<String, KeptFact> each : kept.facts.entries()) {
            KeptFact fact = each.getValue();
            if (fact.isMilestone() && fact.status.equals(Status.PENDING.name())) {
                kept.count(fact, -1, now.months);
                judge(context.getCurrentKey(), fact, List.of(), out::collect);
                kept.count(fact, 1, now.months);
                each.setValue(fact);
                now.facts.add(each.getKey());
            }
        }
    }

    /** The figures that have changed since it was called last. */
    void publish(Consumer<Object> key, Consumer<PeerRow> out) throws Exception {
        for (Map.Entry<String, Changed> each : changed.entrySet()) {
            key.accept(each.getKey());
            publish(each.getKey(), each.getValue(), out);
        }
        changed.clear();
    }

    private void publish(String cluster, Changed what, Consumer<PeerRow> out) throws Exception {
        Instant now = Instant.now();
        LocalDate today = time.today(now);
        for (Map.Entry<String, KeptFact> each : kept.facts.entries()) {
            KeptFact fact = each.getValue();
            if (fact.isCount()) {
                fact.progress = kept.goLives(fact.since, KeptFact.day(today));
                each.setValue(fact);
                what.facts.add(each.getKey());
            }
        }
        for (String key : what.facts) {
            out.accept(rows.milestone(cluster, Objects.requireNonNull(kept.facts.get(key)), now));
        }
        for (String key : what.months) {
            out.accept(rows.rate(cluster, key, Objects.requireNonNull(kept.months.get(key))));
        }
        for (String supplier : what.suppliers) {
            out.accept(rows.supplier(cluster, supplier, kept.totals(supplier)));
        }
        int day = KeptFact.day(today);
        int[] goLives = {kept.goLives(day - 89, day), kept.goLives(day - 364, day)};
        out.accept(rows.cluster(cluster, kept.totals(KeptCluster.ALL), today, goLives));
    }

    private Changed changed(String cluster) {
        return changed.computeIfAbsent(cluster, any -> Changed.nothing());
    }
}

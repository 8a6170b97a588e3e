package io.rollouthub.bench.flink;

import io.rollouthub.check.Refusal;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.output.MilestoneKind;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Resolution;
import io.rollouthub.output.Severity;
import io.rollouthub.output.Status;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.report.EventKind;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/** The peer's rows, of the hub's own schemas, as far as it knows what is in them. */
final class RowWriter {
    /** What the names of its topics have in front of those of the hub's. */
    static final String PREFIX = "bench-flink-";

    static final String REJECTED = PREFIX + "rejected";

    private final AvroWriter writer;
    private final String zone;

    RowWriter(SchemaRegistry registry, String zone) {
        writer = new AvroWriter(registry);
        this.zone = zone;
    }

    private <V extends SpecificRecord> PeerRow row(Topic<V> topic, String key, V value) {
        return PeerRow.of(PREFIX + topic.name(), key, writer.write(topic.subject(), value));
    }

    PeerRow rejected(Arrived record, Refusal refusal) {
        return PeerRow.of(
                REJECTED, record.topic + "/" + record.offset, refusal.toString().getBytes(StandardCharsets.UTF_8));
    }

    PeerRow journal(Arrived record, SpecificRecord event) {
        Origin origin = new Origin(record.topic, record.partition, record.offset);
        return row(
                Topics.JOURNAL,
                record.cluster,
                new JournalEntry(Instant.ofEpochMilli(record.acceptedAt), origin, event));
    }

    PeerRow milestone(String cluster, KeptFact fact, Instant at) {
        MilestoneState.Builder row = MilestoneState.newBuilder()
                .setCluster(cluster)
                .setMilestone(fact.milestone)
                .setKind(MilestoneKind.valueOf(fact.kind))
                .setTitle(fact.title)
                .setStatus(Status.valueOf(fact.status))
                .setBaseline(LocalDate.ofEpochDay(fact.baseline))
                .setDue(LocalDate.ofEpochDay(fact.due))
                .setUndated(fact.undated)
                .setAchievedOn(KeptFact.date(fact.live))
                .setSlips(fact.slips)
                .setSlipDays(fact.due - fact.baseline)
                .setOwner(fact.owner)
                .setAt(at);
        if (fact.isCount()) {
            row.setProgress(fact.progress).setCount(fact.count).setSince(KeptFact.date(fact.since));
        } else if (!fact.kind.equals(EventKind.COMMITMENT.name())) {
            row.setProduct(fact.product).setRelease(fact.release);
        }
        return row(Topics.MILESTONES, cluster + "/" + fact.milestone, row.build());
    }

    /** @param key the month, then nothing, a supplier, or product and release */
    PeerRow rate(String cluster, String key, MonthCounts counts) {
        List<String> parts = List.of(key.split("/"));
        DeliveryRate.Builder row = DeliveryRate.newBuilder()
                .setCluster(cluster)
                .setMonth(parts.get(0))
                .setGoLives(counts.goLives);
        switch (parts.size()) {
            case 1 -> row.setPlanned(counts.planned).setDue(counts.due);
            case 2 -> row.setSupplier(parts.get(1));
            default -> row.setProduct(parts.get(1)).setRelease(parts.get(2));
        }
        return row(Topics.DELIVERY_RATES, cluster + "/" + key, row.build());
    }

    /** @param goLives of the last 90 and of the last 365 days */
    PeerRow cluster(String cluster, Totals totals, LocalDate today, int[] goLives) {
        return row(
                Topics.CLUSTER_STATUS,
                cluster,
                ClusterStatus.newBuilder()
                        .setCluster(cluster)
                        .setClock(Instant.ofEpochMilli(totals.lastAcceptedAt))
                        .setToday(today)
                        .setZone(zone)
                        .setAccepted(totals.accepted)
                        .setDuplicates(0)
                        .setRefused(0)
                        .setLive(totals.live)
                        .setLivePlanned(totals.livePlanned)
                        .setPlanned(totals.planned)
                        .setPending(totals.pending)
                        .setMet(totals.met)
                        .setMetLate(totals.metLate)
                        .setMissed(totals.missed)
                        .setWithdrawn(totals.withdrawn)
                        .setOpenCritical(totals.openAlerts)
                        .setOpenWarning(0)
                        .setRatePerMonth90(goLives[0] * 30.4375 / 90)
                        .setRatePerMonth365(goLives[1] * 30.4375 / 365)
                        .build());
    }

    PeerRow supplier(String cluster, String supplier, Totals totals) {
        int ended = totals.met + totals.metLate + totals.missed;
        return row(
                Topics.SUPPLIER_STATUS,
                cluster + "/" + supplier,
                SupplierStatus.newBuilder()
                        .setCluster(cluster)
                        .setSupplier(supplier)
                        .setLastAcceptedAt(Instant.ofEpochMilli(totals.lastAcceptedAt))
                        .setLastEventId(totals.lastEventId)
                        .setAccepted(totals.accepted)
                        .setPending(totals.pending)
                        .setMet(totals.met)
                        .setMetLate(totals.metLate)
                        .setMissed(totals.missed)
                        .setWithdrawn(totals.withdrawn)
                        .setHitRate(ended == 0 ? null : (double) totals.met / ended)
                        .build());
    }

    /** That a milestone is missed, or is so no more. */
    PeerRow transition(String cluster, KeptFact fact, Instant at, List<String> causes) {
        boolean open = fact.status.equals(Status.MISSED.name());
        AlertTransition.Builder row = AlertTransition.newBuilder()
                .setAlertId(cluster + "/" + AlertKind.MILESTONE_MISSED + "/" + fact.milestone)
                .setCluster(cluster)
                .setKind(AlertKind.MILESTONE_MISSED)
                .setSubject(fact.milestone)
                .setEpisode(fact.episode)
                .setState(open ? AlertState.OPEN : AlertState.RESOLVED)
                .setStartsAt(Instant.ofEpochMilli(fact.missedSince))
                .setSeverity(Severity.CRITICAL)
                .setSummary(fact.milestone + " was due on " + KeptFact.date(fact.due))
                .setSupplier(fact.owner)
                .setDue(KeptFact.date(fact.due))
                .setCauses(causes)
                .setAt(at);
        if (!open) {
            row.setEndsAt(at).setResolution(resolution(Status.valueOf(fact.status)));
        }
        AlertTransition transition = row.build();
        return row(Topics.ALERT_TRANSITIONS, Objects.requireNonNull(transition.getAlertId()), transition);
    }

    private static Resolution resolution(Status status) {
        return switch (status) {
            case MET -> Resolution.REPORTED_LATE;
            case MET_LATE -> Resolution.MET_LATE;
            case WITHDRAWN -> Resolution.WITHDRAWN;
            default -> Resolution.REPLANNED;
        };
    }
}

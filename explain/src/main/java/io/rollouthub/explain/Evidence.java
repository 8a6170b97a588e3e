package io.rollouthub.explain;

import io.rollouthub.domain.fact.Report;
import io.rollouthub.domain.golive.Forecast;
import io.rollouthub.domain.ledger.Ledger;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Status;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.state.ClusterState;
import io.rollouthub.topic.Topic;
import io.rollouthub.topology.KeyedOutbox;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * All that the journal tells of one cluster: its ledger, run again, with the reports behind the results and what each turn
 * of an alert went by. For one thread.
 */
final class Evidence {
    private final String cluster;
    private final Archive archive;
    private final Tables tables = Tables.inMemory();
    private final Reckoning reckoning = new Reckoning(tables);
    private final ReadModel model = new ReadModel();
    private final List<Turn> turns = new ArrayList<>();
    private final Ledger ledger = new Ledger(tables, new Notes());
    private Instant clock = Instant.EPOCH;
    private @Nullable Report inHand;

    Evidence(String cluster) {
        this.cluster = cluster;
        this.archive = new Archive(cluster, tables.reports());
    }

    /** Takes in the next entry of the cluster's partition; events of other clusters are passed over. */
    void accept(JournalEntry entry) {
        Report report = Report.of(entry.getEntry());
        if (report != null) {
            if (!report.cluster().equals(cluster)) {
                return;
            }
            archive.note(report, entry.getAcceptedAt());
            // An event is first a tick of its cluster: as an entry of its own, so that notes know the one from the
            // other.
            ledger.apply(new JournalEntry(entry.getAcceptedAt(), null, new Tick()));
        }
        inHand = report;
        ledger.apply(entry);
        inHand = null;
        if (!(entry.getEntry() instanceof Programme) && entry.getAcceptedAt().isAfter(clock)) {
            clock = entry.getAcceptedAt();
        }
    }

    /** The programme in force. */
    Programme programme() {
        return tables.programme().range("", "~", 1).get(0).getValue();
    }

    Instant clock() {
        return clock;
    }

    /** The reports behind the results. */
    Archive archive() {
        return archive;
    }

    ReadModel model() {
        return model;
    }

    /** The turns of all alerts, in order. */
    List<Turn> turns() {
        return turns;
    }

    /** What a supplier owns that is not met, the earliest due first. */
    List<MilestoneState> unmet(String supplier) {
        return tables.milestones().under(cluster + "/").stream()
                .map(Entry::getValue)
                .filter(milestone -> milestone.getOwner().equals(supplier))
                .filter(milestone -> milestone.getStatus() == Status.PENDING || milestone.getStatus() == Status.MISSED)
                .sorted(Comparator.comparing(MilestoneState::getDue))
                .toList();
    }

    /** What a milestone's probability was worked out from; null if it has none. */
    @Nullable
    Forecast forecast(MilestoneState milestone) {
        return reckoning.behind(
                milestone, observedFrom(), new CivilTime(ZoneId.of(programme().getZone())));
    }

    /** What forecasts of the whole cluster go by; null while there is too little of it. */
    @Nullable
    Exposure exposure() {
        Instant from = observedFrom();
        return from == null
                ? null
                : reckoning.exposure(
                        cluster,
                        from,
                        clock,
                        new CivilTime(ZoneId.of(programme().getZone())));
    }

    /** The report in hand counts, though the ledger's books are not written back yet. */
    private @Nullable Instant observedFrom() {
        ClusterState kept = tables.clusters().get(cluster);
        Instant before = kept == null ? null : kept.getObservedFrom();
        return inHand == null || (before != null && before.isBefore(inHand.reportedAt()))
                ? before
                : inHand.reportedAt();
    }

    /** Notes the results and, at each turn of an alert, how things stand. */
    private final class Notes extends KeyedOutbox {
        @Override
        protected <V extends SpecificRecord> void publish(Topic<V> topic, String key, @Nullable V value) {
            model.publish(topic, key, value);
            if (value instanceof AlertTransition alert) {
                turns.add(turn(alert));
            }
        }

        private Turn turn(AlertTransition alert) {
            boolean opens = alert.getState() == AlertState.OPEN;
            MilestoneState milestone = tables.milestones().get(cluster + "/" + alert.getSubject());
            return new Turn(
                    alert,
                    programme().getThresholds(),
                    milestone,
                    opens && alert.getKind() == AlertKind.MILESTONE_AT_RISK && milestone != null
                            ? forecast(milestone)
                            : null,
                    opens && alert.getKind() == AlertKind.SUPPLIER_SILENT ? unmet(alert.getSubject()) : List.of());
        }

        @Override
        protected void refuse(JournalEntry entry, RejectionHeaders why) {}
    }
}

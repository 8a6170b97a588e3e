package io.rollouthub.topology;

import io.rollouthub.check.Reason;
import io.rollouthub.check.Refusal;
import io.rollouthub.domain.fact.Histories.Verdict;
import io.rollouthub.domain.ledger.Outbox;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.Contract;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.PlanRevision;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The ledger's results, each with the topic and the key under which it is published; what becomes of them is left open. */
public abstract class KeyedOutbox implements Outbox {

    /** Takes the latest result under a key; null: the key has ceased to exist. */
    protected abstract <V extends SpecificRecord> void publish(Topic<V> topic, String key, @Nullable V value);

    /** Takes an entry that the ledger refuses. */
    protected abstract void refuse(JournalEntry entry, RejectionHeaders why);

    @Override
    public final void transition(AlertTransition transition) {
        publish(Topics.ALERT_TRANSITIONS, transition.getAlertId(), transition);
    }

    @Override
    public final void alert(Alert alert) {
        publish(Topics.ALERTS, alert.getAlertId(), alert);
    }

    @Override
    public final void milestone(String key, @Nullable MilestoneState milestone) {
        publish(Topics.MILESTONES, key, milestone);
    }

    @Override
    public final void revision(String key, @Nullable PlanRevision revision) {
        publish(Topics.PLAN_REVISIONS, key, revision);
    }

    @Override
    public final void rate(String key, @Nullable DeliveryRate rate) {
        publish(Topics.DELIVERY_RATES, key, rate);
    }

    @Override
    public final void cluster(ClusterStatus cluster) {
        publish(Topics.CLUSTER_STATUS, cluster.getCluster(), cluster);
    }

    @Override
    public final void supplier(SupplierStatus supplier) {
        publish(Topics.SUPPLIER_STATUS, supplier.getCluster() + "/" + supplier.getSupplier(), supplier);
    }

    @Override
    public final void contract(String key, @Nullable Contract contract) {
        publish(Topics.CONTRACTS, key, contract);
    }

    @Override
    public final void refuse(JournalEntry entry, Verdict verdict) {
        ReportedEvent event = ReportedEvent.of((SpecificRecord) entry.getEntry());
        Reason reason = verdict == Verdict.DUPLICATE_ID ? Reason.DUPLICATE_ID : Reason.TOO_MANY_REVISIONS;
        String detail = reason.sentence() + " It is eventId " + event.eventId() + " of " + event.supplier() + ".";
        refuse(
                entry,
                new RejectionHeaders(
                        new Refusal(reason, detail), Objects.requireNonNull(entry.getOrigin()), entry.getAcceptedAt()));
    }
}

package io.rollouthub.docs;

import io.rollouthub.domain.fact.Histories.Verdict;
import io.rollouthub.domain.ledger.Ledger;
import io.rollouthub.domain.ledger.Outbox;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.Contract;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.PlanRevision;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What the ledger publishes on one entry of a journal, in order. */
final class Published implements Outbox {
    private final List<Output> outputs = new ArrayList<>();

    /** A record on one of the output topics, in the form of {@link Page#json}. */
    record Output(String topic, String json) {}

    private Published() {}

    /** Applies a journal and tells what its last entry led to. */
    static List<Output> byTheLastOf(List<JournalEntry> journal) {
        Published published = new Published();
        Ledger ledger = new Ledger(Tables.inMemory(), published);
        for (JournalEntry entry : journal) {
            published.outputs.clear();
            ledger.apply(entry);
        }
        return published.outputs;
    }

    private <V extends SpecificRecord> void add(Topic<V> topic, @Nullable V value) {
        outputs.add(new Output(topic.name(), value == null ? "gone" : Page.json(value)));
    }

    @Override
    public void transition(AlertTransition transition) {
        add(Topics.ALERT_TRANSITIONS, transition);
    }

    @Override
    public void alert(Alert alert) {
        add(Topics.ALERTS, alert);
    }

    @Override
    public void milestone(String key, @Nullable MilestoneState milestone) {
        add(Topics.MILESTONES, milestone);
    }

    @Override
    public void revision(String key, @Nullable PlanRevision revision) {
        add(Topics.PLAN_REVISIONS, revision);
    }

    @Override
    public void rate(String key, @Nullable DeliveryRate rate) {
        add(Topics.DELIVERY_RATES, rate);
    }

    @Override
    public void cluster(ClusterStatus cluster) {
        add(Topics.CLUSTER_STATUS, cluster);
    }

    @Override
    public void supplier(SupplierStatus supplier) {
        add(Topics.SUPPLIER_STATUS, supplier);
    }

    @Override
    public void contract(String key, @Nullable Contract contract) {
        add(Topics.CONTRACTS, contract);
    }

    @Override
    public void refuse(JournalEntry entry, Verdict reason) {
        throw new AssertionError("refused: " + reason + " " + entry);
    }
}

package io.rollouthub.laws;

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
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A ledger whose every result is kept: the latest by key, transitions and refusals in order. */
public final class Recording implements Outbox {
    public final List<AlertTransition> transitions = new ArrayList<>();
    public final TreeMap<String, Alert> alerts = new TreeMap<>();
    public final TreeMap<String, MilestoneState> milestones = new TreeMap<>();
    public final TreeMap<String, PlanRevision> revisions = new TreeMap<>();
    public final TreeMap<String, DeliveryRate> rates = new TreeMap<>();
    public final TreeMap<String, ClusterStatus> clusters = new TreeMap<>();
    public final TreeMap<String, SupplierStatus> suppliers = new TreeMap<>();
    public final TreeMap<String, Contract> contracts = new TreeMap<>();
    public final List<Refused> refused = new ArrayList<>();
    private final Ledger ledger;

    /** An entry that the ledger refused. */
    public record Refused(JournalEntry entry, Verdict reason) {}

    /** A ledger on empty tables. */
    public Recording() {
        this(Tables.inMemory());
    }

    /** A ledger that continues on these tables. */
    public Recording(Tables tables) {
        ledger = new Ledger(tables, this);
    }

    public void apply(JournalEntry entry) {
        ledger.apply(entry);
    }

    @Override
    public void transition(AlertTransition transition) {
        transitions.add(transition);
    }

    @Override
    public void alert(Alert alert) {
        alerts.put(alert.getAlertId(), alert);
    }

    @Override
    public void milestone(String key, @Nullable MilestoneState milestone) {
        put(milestones, key, milestone);
    }

    @Override
    public void revision(String key, @Nullable PlanRevision revision) {
        put(revisions, key, revision);
    }

    @Override
    public void rate(String key, @Nullable DeliveryRate rate) {
        put(rates, key, rate);
    }

    @Override
    public void cluster(ClusterStatus cluster) {
        clusters.put(cluster.getCluster(), cluster);
    }

    @Override
    public void supplier(SupplierStatus supplier) {
        suppliers.put(supplier.getCluster() + "/" + supplier.getSupplier(), supplier);
    }

    @Override
    public void contract(String key, @Nullable Contract contract) {
        put(contracts, key, contract);
    }

    @Override
    public void refuse(JournalEntry entry, Verdict reason) {
        refused.add(new Refused(entry, reason));
    }

    private static <V> void put(TreeMap<String, V> topic, String key, @Nullable V value) {
        if (value == null) {
            topic.remove(key);
        } else {
            topic.put(key, value);
        }
    }
}

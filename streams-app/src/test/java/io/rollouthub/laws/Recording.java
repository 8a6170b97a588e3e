package io.rollouthub.laws;

import io.rollouthub.domain.ledger.Budget;
import io.rollouthub.domain.ledger.DerivedTables;
import io.rollouthub.domain.ledger.Ledger;
import io.rollouthub.domain.ledger.Result;
import io.rollouthub.domain.ledger.Result.AlertRow;
import io.rollouthub.domain.ledger.Result.ClusterRow;
import io.rollouthub.domain.ledger.Result.ContractRow;
import io.rollouthub.domain.ledger.Result.ForecastRow;
import io.rollouthub.domain.ledger.Result.MilestoneRow;
import io.rollouthub.domain.ledger.Result.RateRow;
import io.rollouthub.domain.ledger.Result.Rejection;
import io.rollouthub.domain.ledger.Result.RevisionRow;
import io.rollouthub.domain.ledger.Result.SupplierRecordRow;
import io.rollouthub.domain.ledger.Result.SupplierRow;
import io.rollouthub.domain.ledger.Result.Transition;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.Contract;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.output.Forecast;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.PlanRevision;
import io.rollouthub.output.SupplierRecord;
import io.rollouthub.output.SupplierStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A ledger whose every result is kept: the latest by key, transitions and refusals in order. */
public final class Recording {
    public final List<AlertTransition> transitions = new ArrayList<>();
    public final TreeMap<String, Alert> alerts = new TreeMap<>();
    public final TreeMap<String, MilestoneState> milestones = new TreeMap<>();
    public final TreeMap<String, PlanRevision> revisions = new TreeMap<>();
    public final TreeMap<String, DeliveryRate> rates = new TreeMap<>();
    public final TreeMap<String, ClusterStatus> clusters = new TreeMap<>();
    public final TreeMap<String, SupplierStatus> suppliers = new TreeMap<>();
    public final TreeMap<String, Contract> contracts = new TreeMap<>();
    public final TreeMap<String, Forecast> forecasts = new TreeMap<>();
    public final TreeMap<String, SupplierRecord> supplierRecords = new TreeMap<>();
    public final List<Rejection> refused = new ArrayList<>();
    private final Map<Class<? extends Result>, Integer> told = new HashMap<>();
    private Tables tables;
    private Ledger ledger;
    /** The entry that is applied in slices at the moment. */
    private @Nullable Entry atWork;

    /** A ledger on empty tables. */
    public Recording() {
        this(Tables.inMemory());
    }

    /** A ledger that continues on these tables. */
    public Recording(Tables tables) {
        this(tables, DerivedTables.empty());
    }

    /** The same with an empty memory of one's own. */
    public Recording(Tables tables, DerivedTables memory) {
        this.tables = tables;
        this.ledger = new Ledger(tables, memory);
    }

    /** Applies an entry, and a round behind it. */
    public void apply(JournalEntry entry) {
        applyWithoutRound(entry);
        round();
    }

    /** Applies an entry; what it has moved is owed. */
    public void applyWithoutRound(JournalEntry entry) {
        ledger.apply(Entry.of(entry)).forEach(this::keep);
    }

    /**
     * Applies an entry in slices, a commit behind each: what has moved is told then as far as a budget goes.
     *
     * @param slices makes the budget of each slice
     * @param commits is run behind each commit, and may let another ledger go on
     */
    public void applyInSlices(JournalEntry entry, Supplier<Budget> slices, Runnable commits) {
        atWork = Entry.of(entry);
        ledger.begin(atWork);
        while (atWork != null) {
            ledger.work(slices.get()).forEach(this::keep);
            atWork = ledger.isAtWork() ? atWork : null;
            ledger.round(slices.get()).forEach(this::keep);
            commits.run();
        }
    }

    /** Nothing is owed then but the figures of counts. */
    public void round() {
        ledger.round().forEach(this::keep);
    }

    /** From here on by another ledger, which reads back what this one has kept; what was owed in slices is told by it. */
    public void restart() {
        tables = TableCopies.of(tables);
        ledger = new Ledger(tables);
        if (atWork != null) {
            ledger.resume(atWork);
        }
    }

    /** What reports have made stale is worked out. */
    public void gather() {
        ledger.gathered().forEach(this::keep);
    }

    /** How many results of a kind there were. */
    int told(Class<? extends Result> kind) {
        return told.getOrDefault(kind, 0);
    }

    private void keep(Result result) {
        told.merge(result.getClass(), 1, Integer::sum);
        if (result instanceof Transition transition) {
            transitions.add(transition.value());
        } else if (result instanceof AlertRow alert) {
            put(alerts, alert.key(), alert.value());
        } else if (result instanceof MilestoneRow milestone) {
            put(milestones, milestone.key(), milestone.value());
        } else if (result instanceof RevisionRow revision) {
            put(revisions, revision.key(), revision.value());
        } else if (result instanceof RateRow rate) {
            put(rates, rate.key(), rate.value());
        } else if (result instanceof ClusterRow cluster) {
            put(clusters, cluster.key(), cluster.value());
        } else if (result instanceof SupplierRow supplier) {
            put(suppliers, supplier.key(), supplier.value());
        } else if (result instanceof ContractRow contract) {
            put(contracts, contract.key(), contract.value());
        } else if (result instanceof ForecastRow forecast) {
            put(forecasts, forecast.key(), forecast.value());
        } else if (result instanceof SupplierRecordRow record) {
            put(supplierRecords, record.key(), record.value());
        } else if (result instanceof Rejection rejection) {
            refused.add(rejection);
        }
    }

    private static <V> void put(TreeMap<String, V> topic, String key, @Nullable V value) {
        if (value == null) {
            topic.remove(key);
        } else {
            topic.put(key, value);
        }
    }
}

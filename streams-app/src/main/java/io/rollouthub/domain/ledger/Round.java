package io.rollouthub.domain.ledger;

import io.rollouthub.domain.forecast.ClusterForecast;
import io.rollouthub.domain.ledger.Result.ClusterRow;
import io.rollouthub.domain.ledger.Result.MilestoneRow;
import io.rollouthub.domain.ledger.Result.SupplierRecordRow;
import io.rollouthub.domain.ledger.Result.SupplierRow;
import io.rollouthub.domain.milestone.MilestoneFigures;
import io.rollouthub.domain.store.Content;
import io.rollouthub.domain.store.Table;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.SupplierRecord;
import io.rollouthub.state.ClusterState;
import io.rollouthub.state.Cut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells every figure that has moved since the last round once, however many entries have moved it. */
final class Round {
    private static final Comparator<Result> BY_KEY = Comparator.comparing(Result::key);

    private final Tables tables;
    private final Table<MilestoneState> milestones;
    private final Freshening freshening;
    private final MilestoneFigures figures;
    private final Record record;

    /** The hub's own record, and the suppliers'. */
    record Record(OwnRecord own, SupplierRecords suppliers) {}

    Round(
            Tables tables,
            Table<MilestoneState> milestones,
            Freshening freshening,
            MilestoneFigures figures,
            Record record) {
        this.tables = tables;
        this.milestones = milestones;
        this.freshening = freshening;
        this.figures = figures;
        this.record = record;
    }

    /**
     * The rows of a cluster that differ from those told; what the budget does not suffice for is owed.
     *
     * @param sweeps whether to go on with the figures of the whole cluster
     */
    List<Result> of(ClusterBook book, boolean sweeps, Budget budget) {
        StaleFigures stale = book.figures;
        boolean whole = stale.dates.isDue();
        freshening.afterSteps(book, sweeps, budget);
        if (sweeps && stale.passed && record.own().lookAtPassed(book, budget)) {
            stale.passed = false;
        }
        if (whole && !stale.dates.isDue()) {
            book.recorded.addAll(book.reporters());
        }
        List<Result> results = rows(book);
        results.addAll(records(book, budget));
        return results;
    }

    /** The rows of a cluster that differ from those told, as they are: all that is to be worked out afresh is owed. */
    List<Result> asTheyAre(ClusterBook book) {
        book.figures.noteChanged();
        return rows(book);
    }

    private List<Result> rows(ClusterBook book) {
        record.own().lookAtChanged(book);
        List<Result> results = new ArrayList<>(milestones(book));
        for (SupplierBook supplier : book.suppliers()) {
            if (supplier.takeMoved()) {
                results.add(new SupplierRow(supplier.status()));
            }
        }
        results.addAll(book.rates.takeMoved(book.month()));
        results.add(new ClusterRow(ClusterFigures.of(book)));
        results.addAll(forecasts(book));
        ClusterState unkept = book.takeUnkept();
        if (unkept != null) {
            tables.clusters().put(book.cluster, unkept);
        }
        noteOwed(book);
        return results;
    }

    /** That figures of a whole cluster are owed is kept, for whoever continues. */
    private void noteOwed(ClusterBook book) {
        boolean owed = book.figures.areOwed();
        if (owed != book.isOwedNoted) {
            String place = Restart.owed(book.cluster);
            if (owed) {
                tables.cuts().put(place, new Cut(book.cluster, null, ""));
            } else {
                tables.cuts().remove(place);
            }
            book.isOwedNoted = owed;
        }
    }

    /** The rows of its counts of go-lives, and of its suppliers' records, which any report may move. */
    List<Result> counts(ClusterBook book, Budget budget) {
        freshening.sweepCounts(book, budget);
        if (!book.figures.counts.isDue()) {
            book.recorded.addAll(book.reporters());
        }
        List<Result> results = new ArrayList<>(milestones(book));
        results.addAll(records(book, budget));
        return results;
    }

    private List<Result> milestones(ClusterBook book) {
        List<Result> rows = new ArrayList<>();
        for (String key : book.figures.changed()) {
            MilestoneState now = milestones.get(key);
            if (book.figures.isUnsure(key) || !Content.same(book.figures.toldOf(key), now, "at")) {
                rows.add(new MilestoneRow(key, now));
            }
        }
        book.figures.areTold();
        rows.sort(BY_KEY);
        return rows;
    }

    private static List<Result> forecasts(ClusterBook book) {
        List<Result> rows = new ArrayList<>();
        book.forecasts.values().forEach(forecast -> rows.add(OwnRecord.row(forecast)));
        book.forecasts.clear();
        return rows;
    }

    private List<Result> records(ClusterBook book, Budget budget) {
        List<Result> rows = new ArrayList<>();
        if (!book.recorded.isEmpty()) {
            ClusterForecast forecast = figures.forecast(book.cluster, book.today());
            while (!book.recorded.isEmpty() && !budget.isSpent()) {
                String supplier = book.recorded.first();
                book.recorded.remove(supplier);
                budget.spend();
                SupplierRecord fresh = record.suppliers().afresh(book, supplier, forecast);
                if (fresh != null) {
                    rows.add(new SupplierRecordRow(fresh));
                }
            }
        }
        return rows;
    }
}

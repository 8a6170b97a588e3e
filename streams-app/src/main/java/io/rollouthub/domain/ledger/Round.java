package io.rollouthub.domain.ledger;

import io.rollouthub.domain.forecast.ClusterForecast;
import io.rollouthub.domain.ledger.Result.ClusterRow;
import io.rollouthub.domain.ledger.Result.MilestoneRow;
import io.rollouthub.domain.ledger.Result.SupplierRecordRow;
import io.rollouthub.domain.ledger.Result.SupplierRow;
import io.rollouthub.domain.milestone.MilestoneFigures;
import io.rollouthub.domain.store.Content;
import io.rollouthub.domain.store.Table;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.SupplierRecord;
import io.rollouthub.state.ClusterState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells every figure that has moved since the last round once, however many entries have moved it. */
final class Round {
    private static final Comparator<Result> BY_KEY = Comparator.comparing(Result::key);

    private final Table<ClusterState> clusters;
    private final Table<MilestoneState> milestones;
    private final Freshening freshening;
    private final MilestoneFigures figures;
    private final Record record;

    /** The hub's own record, and the suppliers'. */
    record Record(OwnRecord own, SupplierRecords suppliers) {}

    Round(
            Table<ClusterState> clusters,
            Table<MilestoneState> milestones,
            Freshening freshening,
            MilestoneFigures figures,
            Record record) {
        this.clusters = clusters;
        this.milestones = milestones;
        this.freshening = freshening;
        this.figures = figures;
        this.record = record;
    }

    /** The rows of a cluster that differ from those told. */
    List<Result> of(ClusterBook book) {
        boolean whole = book.figures.areAllStale();
        freshening.afterSteps(book);
        record.own().look(book, whole);
        if (whole) {
            book.recorded.addAll(book.reporters());
        }
        List<Result> results = new ArrayList<>(milestones(book));
        for (SupplierBook supplier : book.suppliers()) {
            if (supplier.takeMoved()) {
                results.add(new SupplierRow(supplier.status()));
            }
        }
        results.addAll(book.rates.takeMoved(book.month()));
        results.add(new ClusterRow(ClusterFigures.of(book)));
        results.addAll(record(book));
        ClusterState unkept = book.takeUnkept();
        if (unkept != null) {
            clusters.put(book.cluster, unkept);
        }
        return results;
    }

    /** The rows of its counts of go-lives, and of its suppliers' records, which any report may move. */
    List<Result> counts(ClusterBook book) {
        freshening.gathered(book);
        book.recorded.addAll(book.reporters());
        List<Result> results = new ArrayList<>(milestones(book));
        results.addAll(record(book));
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

    private List<Result> record(ClusterBook book) {
        List<Result> rows = new ArrayList<>();
        book.forecasts.values().forEach(forecast -> rows.add(OwnRecord.row(forecast)));
        book.forecasts.clear();
        if (!book.recorded.isEmpty()) {
            ClusterForecast forecast = figures.forecast(book.cluster, book.today());
            for (String supplier : book.recorded) {
                SupplierRecord fresh = record.suppliers().afresh(book, supplier, forecast);
                if (fresh != null) {
                    rows.add(new SupplierRecordRow(fresh));
                }
            }
            book.recorded.clear();
        }
        return rows;
    }
}

package io.rollouthub.domain.ledger;

import io.rollouthub.domain.forecast.ClusterForecast;
import io.rollouthub.domain.golive.GoLives;
import io.rollouthub.domain.ledger.Result.ClusterRow;
import io.rollouthub.domain.ledger.Result.MilestoneRow;
import io.rollouthub.domain.ledger.Result.SupplierRecordRow;
import io.rollouthub.domain.ledger.Result.SupplierRow;
import io.rollouthub.domain.milestone.MilestoneFigures;
import io.rollouthub.domain.store.Content;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.output.SupplierRecord;
import io.rollouthub.output.SupplierStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Closes the books behind an entry's last step: they are written back, and every figure that moved is told once. */
final class Closing {
    private static final Comparator<Result> BY_KEY = Comparator.comparing(Result::key);

    private final Tables tables;
    private final GoLives goLives;
    private final Freshening freshening;
    private final MilestoneFigures figures;
    private final OwnRecord ownRecord;
    private final SupplierRecords supplierRecords;

    Closing(
            Tables tables,
            GoLives goLives,
            Freshening freshening,
            MilestoneFigures figures,
            OwnRecord ownRecord,
            SupplierRecords supplierRecords) {
        this.tables = tables;
        this.goLives = goLives;
        this.freshening = freshening;
        this.figures = figures;
        this.ownRecord = ownRecord;
        this.supplierRecords = supplierRecords;
    }

    List<Result> of(Collection<ClusterBook> books) {
        List<Result> results = new ArrayList<>();
        List<ClusterBook> whole =
                books.stream().filter(book -> book.figures.areAllStale()).toList();
        for (ClusterBook book : books) {
            freshening.afterSteps(book);
            ownRecord.look(book, whole.contains(book));
        }
        books.stream().flatMap(this::milestones).sorted(BY_KEY).forEach(results::add);
        books.forEach(book -> results.addAll(book.rates.parts(goLives)));
        books.stream().flatMap(this::suppliers).sorted(BY_KEY).forEach(results::add);
        whole.forEach(book -> book.recorded.addAll(allSuppliers(book)));
        for (ClusterBook book : books) {
            tables.clusters().put(book.cluster, book.kept());
            results.addAll(book.rates.rows(book.month()));
            results.add(new ClusterRow(ClusterFigures.of(book, goLives)));
            results.addAll(record(book));
        }
        return results;
    }

    /** What reports have made stale is worked out and told: once for a burst of them. */
    List<Result> gathered(ClusterBook book) {
        freshening.gathered(book);
        book.recorded.addAll(allSuppliers(book));
        tables.clusters().put(book.cluster, book.kept());
        return Stream.concat(milestones(book).sorted(BY_KEY), record(book).stream())
                .toList();
    }

    private Stream<Result> milestones(ClusterBook book) {
        return book.figures.changed().stream()
                .filter(key -> !Content.same(
                        book.figures.toldOf(key), tables.milestones().get(key), "at"))
                .map(key -> new MilestoneRow(key, tables.milestones().get(key)));
    }

    private List<Result> record(ClusterBook book) {
        List<Result> rows = new ArrayList<>();
        book.forecasts.values().forEach(forecast -> rows.add(OwnRecord.row(forecast)));
        if (book.recorded.isEmpty()) {
            return rows; // no forecast is made anew for nobody
        }
        ClusterForecast forecast = figures.forecast(book.cluster, book.today());
        for (String supplier : book.recorded) {
            SupplierRecord record = supplierRecords.afresh(book, supplier, forecast);
            if (record != null) {
                rows.add(new SupplierRecordRow(record));
            }
        }
        return rows;
    }

    /** Those that have had a report accepted. */
    private List<String> allSuppliers(ClusterBook book) {
        SortedSet<String> names = new TreeSet<>();
        tables.suppliers().under(book.cluster + "/").stream()
                .map(Entry::getValue)
                .filter(supplier -> supplier.getAccepted() > 0)
                .forEach(supplier -> names.add(supplier.getSupplier()));
        return List.copyOf(names);
    }

    private Stream<Result> suppliers(ClusterBook book) {
        return book.suppliers().stream().map(supplier -> keep(supplier.status()));
    }

    private Result keep(SupplierStatus supplier) {
        SupplierRow row = new SupplierRow(supplier);
        tables.suppliers().put(row.key(), supplier);
        return row;
    }
}

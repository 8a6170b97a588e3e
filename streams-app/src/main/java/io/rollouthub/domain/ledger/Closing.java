package io.rollouthub.domain.ledger;

import io.rollouthub.domain.golive.GoLives;
import io.rollouthub.domain.ledger.Result.ClusterRow;
import io.rollouthub.domain.ledger.Result.MilestoneRow;
import io.rollouthub.domain.ledger.Result.SupplierRow;
import io.rollouthub.domain.milestone.Assessment;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.SupplierStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Closes the books behind an entry's last step: they are written back, and every figure that moved is told once. */
final class Closing {
    private static final Comparator<Result> BY_KEY = Comparator.comparing(Result::key);

    private final Tables tables;
    private final Assessment assessment;
    private final GoLives goLives;

    Closing(Tables tables, Assessment assessment, GoLives goLives) {
        this.tables = tables;
        this.assessment = assessment;
        this.goLives = goLives;
    }

    List<Result> of(Collection<ClusterBook> books) {
        List<Result> results = new ArrayList<>();
        books.stream().flatMap(this::milestones).sorted(BY_KEY).forEach(results::add);
        books.forEach(book -> results.addAll(book.rates.parts(goLives)));
        books.stream().flatMap(this::suppliers).sorted(BY_KEY).forEach(results::add);
        for (ClusterBook book : books) {
            tables.clusters().put(book.cluster, book.kept());
            results.addAll(book.rates.rows(book.month()));
            results.add(new ClusterRow(ClusterFigures.of(book, goLives)));
        }
        return results;
    }

    private Stream<Result> milestones(ClusterBook book) {
        return book.changed.stream().map(key -> {
            MilestoneState state = tables.milestones().get(key);
            return new MilestoneRow(
                    key, state == null ? null : assessment.withDates(state, book.time(), book.observedOn()));
        });
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

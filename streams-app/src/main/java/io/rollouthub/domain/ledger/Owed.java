package io.rollouthub.domain.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Figures that have moved, or may have, and are not told yet; they are told in rounds. */
final class Owed {
    private static final int NUMBERS_AT_ONCE = 256;

    private final Phases phases;
    private final Books books;

    /** Clusters in which the figures of counts, or suppliers' records, may be stale. */
    private final SortedSet<String> stale = new TreeSet<>();

    Owed(Phases phases, Books books) {
        this.phases = phases;
        this.books = books;
    }

    /** A report has come that may have made figures of its cluster stale. */
    void stale(String cluster) {
        stale.add(cluster);
    }

    boolean isNothing() {
        return stale.isEmpty() && !books.isTouched();
    }

    /**
     * Tells what has moved, and works out afresh what is known to be stale, as far as the budget goes.
     *
     * @param atWork the entry that is not over, of whose step not all is assessed; null: none
     */
    List<Result> round(@Nullable EntryAtWork atWork, Budget budget) {
        List<Result> results = new ArrayList<>();
        boolean isWithin = atWork != null && atWork.isWithinItself();
        for (ClusterBook book : books.takeTouched()) {
            book.figures.progressed(book.goLives.takeMoved());
            if (isWithin) {
                results.addAll(phases.round().asTheyAre(book));
            } else {
                if (atWork == null || !atWork.isWithinStep()) {
                    progress(book, budget, results);
                }
                results.addAll(phases.round().of(book, atWork == null, budget));
            }
            if (book.figures.areOwed() || !book.recorded.isEmpty()) {
                books.touch(book.cluster);
            }
            if (book.figures.counts.isDue()) {
                stale.add(book.cluster);
            }
        }
        return results;
    }

    private void progress(ClusterBook book, Budget budget, List<Result> results) {
        Pipe pipe = new Pipe(phases, books);
        while (book.figures.haveProgressed() && !budget.isSpent()) {
            budget.spend();
            pipe.settle(Touch.byNumbers(book, NUMBERS_AT_ONCE), results);
        }
    }

    /** Works out what any report may have made stale as well, for all the reports since. */
    List<Result> gathered(@Nullable EntryAtWork atWork, Budget budget) {
        List<Result> results = round(atWork, budget);
        while (!stale.isEmpty() && !budget.isSpent()) {
            ClusterBook book = books.of(stale.first());
            budget.spend();
            results.addAll(phases.round().counts(book, budget));
            if (!book.figures.counts.isDue()) {
                stale.remove(book.cluster);
            }
            if (!book.recorded.isEmpty()) {
                books.touch(book.cluster);
            }
        }
        return results;
    }
}

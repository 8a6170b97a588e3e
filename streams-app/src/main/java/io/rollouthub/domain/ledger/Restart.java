package io.rollouthub.domain.ledger;

import io.rollouthub.domain.fact.History;
import io.rollouthub.domain.fact.Openers;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.entry.Entry;
import io.rollouthub.entry.Entry.ReportEntry;
import io.rollouthub.output.AlertState;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.MilestoneKey;
import io.rollouthub.report.ReportedEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Works out what follows from the tables where a ledger continues on what another has kept. All that was kept had been told
 * by then, but for figures: which of those were told is not known, so they are told again when they are next worked out.
 */
final class Restart {
    private final Tables tables;
    private final Openers openers;
    private final Touch touch;
    private final Reassessment assess;
    private final OwnRecord record;
    private final Agenda agenda;

    Restart(Tables tables, Openers openers, Touch touch, Reassessment assess, OwnRecord record, Agenda agenda) {
        this.tables = tables;
        this.openers = openers;
        this.touch = touch;
        this.assess = assess;
        this.record = record;
        this.agenda = agenda;
    }

    void of(Books books) {
        tables.clusters().each(books::restore);
        tables.reports().each((place, entry) -> count(books, (ReportEntry) Entry.of(entry)));
        for (ClusterBook book : books.all()) {
            for (SupplierBook supplier : book.suppliers()) {
                agenda.setSilence(book, supplier.name());
            }
            if (book.accepted > 0) {
                agenda.review(book);
            }
        }
        Things things = new Things(books);
        tables.reports().each((place, entry) -> things.add((ReportEntry) Entry.of(entry)));
        things.end();
        tables.alerts().each((alertId, alert) -> {
            if (alert.getState() == AlertState.OPEN) {
                books.of(alert.getCluster()).count(alert.getSeverity(), 1);
            }
        });
        tables.forecasts().each((place, forecast) -> record.restore(books.of(forecast.getCluster()), place, forecast));
        books.all().forEach(Restart::isTold);
        tables.cuts().each((place, cut) -> {
            if (place.equals(owed(cut.getCluster()))) {
                isOwed(books.touch(cut.getCluster()));
            }
        });
    }

    /** Where it is kept that figures of a whole cluster are owed. */
    static String owed(String cluster) {
        return "owed/" + cluster;
    }

    /** Figures of the whole cluster had not been told; which of them is not known. */
    private static void isOwed(ClusterBook book) {
        book.isOwedNoted = true;
        book.figures.all();
        Collection<String> counts = book.goLives.followed();
        book.figures.progressed(counts);
        counts.forEach(milestone -> book.figures.told(new MilestoneKey(book.cluster, milestone).toString(), null));
    }

    /** What a report does whatever it says; with all of them the clocks are known. */
    private static void count(Books books, ReportEntry entry) {
        ReportedEvent report = entry.report();
        ClusterBook book = books.of(report.cluster());
        book.reach(entry.acceptedAt());
        Touch.count(book, report);
        book.supplier(report.supplier()).restore(report.eventId(), entry.acceptedAt(), entry.origin());
    }

    /** Whatever stands in a book has been told; the figures of counts may have been stale. */
    private static void isTold(ClusterBook book) {
        book.suppliers().forEach(SupplierBook::takeMoved);
        book.rates.takeMoved(book.month());
        book.goLives.takeMoved();
        book.figures.areTold();
        book.figures.stale().clear();
        book.figures.counts.ask();
    }

    /**
     * Reports in the order in which they are kept, thing by thing, of which one at a time is in memory. Commitments come
     * last, as they depend on the others.
     */
    private final class Things {
        private final Books books;
        private final List<History> commitments = new ArrayList<>();
        private final List<ReportedEvent> reports = new ArrayList<>();
        private @Nullable FactKey key;

        Things(Books books) {
            this.books = books;
        }

        void add(ReportEntry entry) {
            ReportedEvent report = entry.report();
            if (!report.key().equals(key)) {
                take();
                key = report.key();
            }
            reports.add(report);
        }

        void end() {
            take();
            commitments.forEach(this::assessed);
        }

        private void take() {
            if (key == null) {
                return;
            }
            History history = new History(key, reports.stream().sorted().toList());
            ClusterBook book = books.of(key.cluster());
            book.supplier(openers.of(history)).open();
            touch.move(book, new History(key, List.of()), history);
            switch (key.kind()) {
                case GO_LIVE, RELEASE -> assessed(history);
                case COMMITMENT -> commitments.add(history);
                case CONTRACT -> {} // is no milestone
            }
            reports.clear();
        }

        private void assessed(History history) {
            assess.restore(books.of(history.key().cluster()), history);
        }
    }
}

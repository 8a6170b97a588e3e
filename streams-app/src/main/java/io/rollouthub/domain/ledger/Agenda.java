package io.rollouthub.domain.ledger;

import io.rollouthub.domain.alert.SilenceAlert;
import io.rollouthub.domain.ledger.Timers.Kind;
import io.rollouthub.domain.ledger.Timers.Timer;
import io.rollouthub.domain.milestone.CommitmentIndex;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Status;
import io.rollouthub.output.TargetKind;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Sees to it that what has to be looked at without a report will be: due dates, silence, daily reviews. */
final class Agenda {
    private final Timers timers;
    private final CommitmentIndex commitments;

    Agenda(Timers timers, CommitmentIndex commitments) {
        this.timers = timers;
        this.commitments = commitments;
    }

    /** A cluster is reviewed when its next day begins. */
    void review(ClusterBook book) {
        timers.set(book.cluster, new Timer(book.time().endOf(book.today()), Kind.REVIEW, book.cluster));
    }

    /** Follows a milestone while it is pending, or does so no more: its due date and, for counts, the daily reviews. */
    void follow(ClusterBook book, MilestoneState milestone, boolean on) {
        if (milestone.getStatus() != Status.PENDING) {
            return;
        }
        Timer due = new Timer(book.time().endOf(milestone.getDue()), Kind.DUE, milestone.getMilestone());
        if (on) {
            timers.set(book.cluster, due);
        } else {
            timers.clear(book.cluster, due);
        }
        if (milestone.getTargetKind() == TargetKind.GO_LIVE_COUNT) {
            commitments.setReviewed(book.cluster, milestone.getMilestone(), on);
        }
    }

    /**
     * Moves the timer of a supplier's silence from where it was.
     *
     * @param heard when it was last heard of before; null: never
     */
    void moveSilence(ClusterBook book, String supplier, @Nullable Instant heard, int silentAfterDaysBefore) {
        silence(book, supplier, heard, silentAfterDaysBefore, timers::clear);
        setSilence(book, supplier);
    }

    /** Sets the timer of a supplier's silence, as long as that is still to come. */
    void setSilence(ClusterBook book, String supplier) {
        Instant heard = book.supplier(supplier).lastAcceptedAt();
        silence(book, supplier, heard, book.thresholds().getSilentAfterDays(), timers::set);
    }

    private static void silence(
            ClusterBook book,
            String supplier,
            @Nullable Instant heard,
            int silentAfterDays,
            BiConsumer<String, Timer> timer) {
        Instant from = SilenceAlert.silentFrom(heard, silentAfterDays);
        if (from != null && from.isAfter(book.clock())) {
            timer.accept(book.cluster, new Timer(from, Kind.SILENT, supplier));
        }
    }
}

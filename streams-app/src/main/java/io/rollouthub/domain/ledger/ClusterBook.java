package io.rollouthub.domain.ledger;

import io.rollouthub.domain.rate.Months;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.Severity;
import io.rollouthub.output.Status;
import io.rollouthub.state.ClusterState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cluster's counters while a journal entry is applied. */
final class ClusterBook {
    final String cluster;
    /** Its clock: the journal's latest tick or its own latest entry, whichever is later. */
    Instant clock;

    @Nullable
    Instant observedFrom;

    long accepted;
    long duplicates;
    long refused;
    /** Sites live now that have a baseline. */
    int earned;

    int openCritical;
    int openWarning;
    final Tally milestones;
    final Months months;

    ClusterBook(String cluster, @Nullable ClusterState kept, Instant tick) {
        this.cluster = cluster;
        if (kept == null) {
            clock = tick;
            milestones = new Tally();
            months = Months.of(List.of());
        } else {
            clock = kept.getClock().isAfter(tick) ? kept.getClock() : tick;
            observedFrom = kept.getObservedFrom();
            accepted = kept.getAccepted();
            duplicates = kept.getDuplicates();
            refused = kept.getRefused();
            earned = kept.getEarned();
            openCritical = kept.getOpenCritical();
            openWarning = kept.getOpenWarning();
            milestones = Tally.of(
                    kept.getPending(), kept.getMet(), kept.getMetLate(), kept.getMissed(), kept.getWithdrawn());
            months = Months.of(kept.getMonths());
        }
    }

    /** Moves the clock on; it never goes back. */
    void reach(Instant instant) {
        clock = instant.isAfter(clock) ? instant : clock;
    }

    @Nullable
    LocalDate observedOn(CivilTime time) {
        return observedFrom == null ? null : time.dateAt(observedFrom);
    }

    void countOpen(Severity severity, AlertState state) {
        int by = state == AlertState.OPEN ? 1 : -1;
        if (severity == Severity.CRITICAL) {
            openCritical += by;
        } else {
            openWarning += by;
        }
    }

    ClusterState kept() {
        return new ClusterState(
                clock,
                observedFrom,
                accepted,
                duplicates,
                refused,
                earned,
                milestones.of(Status.PENDING),
                milestones.of(Status.MET),
                milestones.of(Status.MET_LATE),
                milestones.of(Status.MISSED),
                milestones.of(Status.WITHDRAWN),
                openCritical,
                openWarning,
                months.kept());
    }
}

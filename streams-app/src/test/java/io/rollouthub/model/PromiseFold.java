package io.rollouthub.model;

import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.ReleaseEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** §9.1: the promises of a site go-live or release, made and ended while its sorted history is folded. */
final class PromiseFold {

    /** What CANCELLED ended uncounted; a later date can still show that it was broken by then. */
    private record Cancelled(Promise promise, LocalDate day) {}

    private final CivilTime time;
    private final Plan plan = new Plan(); // §4, as the events before have left it
    private final List<EndedPromise> ended = new ArrayList<>();
    private final List<Promise> withdrawn = new ArrayList<>();
    private @Nullable Promise standing;
    private @Nullable Cancelled cancelled;

    private PromiseFold(CivilTime time) {
        this.time = time;
    }

    static PromiseHistory goLive(CivilTime time, List<Report> history) {
        PromiseFold fold = new PromiseFold(time);
        for (Report report : history) {
            GoLiveEvent event = (GoLiveEvent) report.event();
            switch (event.getStatus()) {
                case PLANNED -> fold.planned(event.getDate(), report);
                case POSTPONED -> fold.postponed(report);
                case LIVE -> fold.live(event.getDate(), report);
                case REVERTED -> fold.reverted(report);
                case CANCELLED -> fold.cancelled(report);
                case UNKNOWN -> throw new IllegalArgumentException("refused at the gate: " + event);
            }
        }
        return fold.history();
    }

    static PromiseHistory release(CivilTime time, List<Report> history) {
        PromiseFold fold = new PromiseFold(time);
        for (Report report : history) {
            ReleaseEvent event = (ReleaseEvent) report.event();
            switch (event.getStage()) {
                case PLANNED -> fold.planned(event.getDate(), report);
                case POSTPONED -> fold.postponed(report);
                case DELIVERED -> fold.live(event.getDate(), report);
                case ACCEPTED -> fold.accepted(event.getDate(), report);
                case WITHDRAWN -> fold.cancelled(report);
                case UNKNOWN -> throw new IllegalArgumentException("refused at the gate: " + event);
            }
        }
        return fold.history();
    }

    private PromiseHistory history() {
        if (cancelled != null) {
            withdrawn.add(cancelled.promise());
        }
        return new PromiseHistory(List.copyOf(ended), standing, List.copyOf(withdrawn));
    }

    /** PLANNED(d) ends what stands, broken if d is later; then (day(reportedAt), d) stands, unless d is before it. */
    private void planned(LocalDate date, Report report) {
        if (plan.live == null) {
            settleCancelled(date);
            if (!date.equals(plan.due) || plan.undated || plan.withdrawn) {
                if (standing != null) {
                    endBy(report, date.isAfter(standing.due()));
                }
                LocalDate day = day(report);
                standing = date.isBefore(day) ? null : new Promise(report.supplier(), day, date);
            }
        }
        plan.planned(date, report);
    }

    /** POSTPONED: it ends broken. */
    private void postponed(Report report) {
        if (plan.live == null && standing != null) {
            endBy(report, true);
        }
        plan.postponed(report);
    }

    /** CANCELLED, WITHDRAWN: it ends uncounted, unless its date had passed or a later one is named when it is taken up. */
    private void cancelled(Report report) {
        if (standing != null) {
            Promise over = standing;
            if (!endBy(report, false) && over.from() > 0) {
                cancelled = new Cancelled(over, day(report));
            }
        }
        plan.cancelled();
    }

    /** LIVE(d): uncounted if d is before made, else kept if d <= its due, else broken. */
    private void live(LocalDate date, Report report) {
        settleCancelled(null);
        if (standing != null) {
            Promise over = standing;
            if (!date.isBefore(over.made())) {
                boolean kept = !date.isAfter(over.due());
                end(over, kept, kept ? over.lead(date) : 0);
            }
            standing = null;
        }
        plan.live(date, report);
    }

    /** ACCEPTED(d) where it sets the date is DELIVERED(d). */
    private void accepted(LocalDate date, Report report) {
        if (plan.live == null) {
            live(date, report);
        } else {
            plan.accepted(date, report);
        }
    }

    /** REVERTED that ends a live date restores a due date that is not before its day and not undated. */
    private void reverted(Report report) {
        LocalDate day = day(report);
        boolean endsLive = plan.live != null;
        if (endsLive && plan.due != null && plan.owner != null && !plan.undated && !plan.due.isBefore(day)) {
            standing = new Promise(plan.owner, day, plan.due);
        }
        plan.reverted();
    }

    /** What was cancelled is taken up: broken by the cancelling event if a PLANNED names a later date. */
    private void settleCancelled(@Nullable LocalDate planned) {
        if (cancelled != null) {
            Promise over = cancelled.promise();
            if (planned != null && planned.isAfter(over.due())) {
                end(over, false, over.lead(cancelled.day()));
            } else {
                withdrawn.add(over);
            }
            cancelled = null;
        }
    }

    /** An event that is no LIVE ends what stands: broken also if its day is after the due date. Whether it is broken. */
    private boolean endBy(Report report, boolean breaks) {
        Promise over = Objects.requireNonNull(standing);
        LocalDate day = day(report);
        boolean passed = day.isAfter(over.due());
        if (breaks || passed) {
            end(over, false, passed ? 0 : over.lead(day));
        }
        standing = null;
        return breaks || passed;
    }

    /** One with from = 0 counts nowhere once it has ended. */
    private void end(Promise over, boolean kept, int to) {
        if (over.from() > 0) {
            ended.add(new EndedPromise(over, kept, to));
        }
    }

    /** §9: day(x), the civil date of an instant. */
    private LocalDate day(Report report) {
        return time.dateAt(report.reportedAt());
    }
}

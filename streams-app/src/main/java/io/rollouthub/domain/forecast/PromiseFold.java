package io.rollouthub.domain.forecast;

import io.rollouthub.domain.fact.Folding;
import io.rollouthub.domain.fact.History;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.report.ReportedEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes, keeps and breaks promises while a history is folded, report by report (semantics 9.1). */
final class PromiseFold {
    private final CivilTime time;
    private final Folding facts = new Folding();
    private final List<EndedPromise> ended = new ArrayList<>();
    private final List<Promise> withdrawn = new ArrayList<>();
    private @Nullable Promise standing;

    /** The promise that a withdrawal ended in time, with the day of that; the next plan may say that it was broken. */
    private @Nullable Promise suspended;

    private LocalDate suspendedOn = LocalDate.EPOCH;

    private PromiseFold(CivilTime time) {
        this.time = time;
    }

    static Promises of(History history, CivilTime time) {
        PromiseFold fold = new PromiseFold(time);
        history.standing().forEach(fold::add);
        return fold.done();
    }

    /** Adds the next report in report order. */
    private void add(ReportedEvent report) {
        LocalDate today = time.dateAt(report.reportedAt());
        boolean wasLive = facts.achieved() != null;
        LocalDate due = facts.due();
        boolean renewed = !Objects.equals(report.date(), due) || facts.undated() || facts.withdrawn();
        String owner = facts.owner();
        facts.add(report);
        switch (report.status()) {
            case PLANNED -> {
                if (!wasLive && renewed) {
                    plan(report, today);
                }
            }
            case POSTPONED -> {
                if (!wasLive) {
                    breakOn(today);
                }
            }
            case CANCELLED, WITHDRAWN -> withdraw(today);
            case REVERTED -> {
                if (wasLive && due != null && !facts.undated() && !due.isBefore(today)) {
                    standing = new Promise(today, due, Objects.requireNonNull(owner));
                }
            }
            case LIVE, DELIVERED -> fulfil(Objects.requireNonNull(report.date()));
            case ACCEPTED -> {
                if (!wasLive) {
                    fulfil(Objects.requireNonNull(report.date()));
                } else {
                    settle();
                }
            }
            default -> {}
        }
    }

    private void plan(ReportedEvent report, LocalDate today) {
        LocalDate date = Objects.requireNonNull(report.date());
        Promise back = suspended;
        suspended = null;
        if (back != null) {
            if (date.isAfter(back.due())) {
                end(back, Days.lead(suspendedOn, back.due()), false);
            } else {
                withdrawn.add(back);
            }
        }
        if (standing != null) {
            if (isPast(standing, today) || date.isAfter(standing.due())) {
                breakOn(today);
            }
        }
        standing = date.isBefore(today) ? null : new Promise(today, date, report.supplier());
    }

    private void withdraw(LocalDate today) {
        if (standing != null && isPast(standing, today)) {
            breakOn(today);
        } else if (standing != null) {
            settle();
            suspended = standing;
            suspendedOn = today;
            standing = null;
        }
    }

    private void fulfil(LocalDate date) {
        settle();
        Promise promise = standing;
        standing = null;
        if (promise != null && !date.isBefore(promise.made())) {
            boolean kept = !date.isAfter(promise.due());
            end(promise, kept ? Days.lead(date, promise.due()) : 0, kept);
        }
    }

    /** The promise that stands ends broken, if one does; its date may have passed by then. */
    private void breakOn(LocalDate today) {
        if (standing != null) {
            end(standing, Math.max(0, Days.lead(today, standing.due())), false);
            standing = null;
        }
    }

    /** What a withdrawal ended stays so. */
    private void settle() {
        if (suspended != null) {
            withdrawn.add(suspended);
            suspended = null;
        }
    }

    private void end(Promise promise, int to, boolean kept) {
        ended.add(new EndedPromise(promise, to, kept));
    }

    private static boolean isPast(Promise promise, LocalDate today) {
        return today.isAfter(promise.due());
    }

    private Promises done() {
        settle();
        return new Promises(
                ended.stream().filter(one -> one.promise().counts()).toList(),
                standing,
                withdrawn.stream().filter(Promise::counts).toList());
    }
}

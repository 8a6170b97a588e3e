package io.rollouthub.domain.fact;

import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.ReleaseEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fold of a history that has a plan: the same for go-lives, releases and commitments (semantics 4). */
final class Folding {
    private @Nullable LocalDate baseline;
    private @Nullable LocalDate due;
    private boolean undated;
    private @Nullable LocalDate achieved;
    private @Nullable String achievedBy;
    private boolean withdrawn;
    private @Nullable String owner;
    private @Nullable String title;
    private @Nullable Object target;
    private final List<Revision> revisions = new ArrayList<>();

    /** Adds the next report in report order. */
    void add(Report report) {
        if (report.event() instanceof GoLiveEvent event) {
            add(report, event);
        } else if (report.event() instanceof ReleaseEvent event) {
            add(report, event);
        } else if (report.event() instanceof MilestoneEvent event) {
            add(report, event);
        }
    }

    private void add(Report report, GoLiveEvent event) {
        if (event.getSiteName() != null) {
            title = event.getSiteName();
        }
        switch (event.getStatus()) {
            case PLANNED -> plan(report, event.getDate());
            case POSTPONED -> postpone(report);
            case LIVE -> achieve(report, event.getDate());
            case REVERTED -> revert();
            case CANCELLED -> withdraw();
            case UNKNOWN -> throw new IllegalArgumentException("the gate lets no UNKNOWN status pass");
        }
    }

    private void add(Report report, ReleaseEvent event) {
        switch (event.getStage()) {
            case PLANNED -> plan(report, event.getDate());
            case POSTPONED -> postpone(report);
            case DELIVERED -> achieve(report, event.getDate());
            case ACCEPTED -> {
                if (achieved == null) {
                    achieve(report, event.getDate());
                } else {
                    withdrawn = false;
                }
            }
            case WITHDRAWN -> withdraw();
            case UNKNOWN -> throw new IllegalArgumentException("the gate lets no UNKNOWN stage pass");
        }
    }

    private void add(Report report, MilestoneEvent event) {
        switch (event.getStatus()) {
            case COMMITTED -> {
                if (plan(report, event.getDate())) {
                    title = event.getTitle();
                    target = event.getTarget();
                }
            }
            case POSTPONED -> postpone(report);
            case MET -> achieve(report, event.getDate());
            case WITHDRAWN -> withdraw();
            case UNKNOWN -> throw new IllegalArgumentException("the gate lets no UNKNOWN status pass");
        }
    }

    /** Whether the plan counts: it is ignored once achieved. */
    private boolean plan(Report report, LocalDate date) {
        if (achieved != null) {
            return false;
        }
        if (baseline == null) {
            baseline = date;
        }
        if (!Objects.equals(date, due)) {
            revisions.add(new Revision(report, date));
        }
        due = date;
        undated = false;
        withdrawn = false;
        owner = report.supplier();
        return true;
    }

    private void postpone(Report report) {
        if (achieved == null) {
            undated = true;
            revisions.add(new Revision(report, null));
            owner = report.supplier();
        }
    }

    private void achieve(Report report, LocalDate date) {
        achieved = date;
        achievedBy = report.supplier();
        withdrawn = false;
    }

    private void revert() {
        achieved = null;
        achievedBy = null;
    }

    private void withdraw() {
        revert();
        withdrawn = true;
    }

    Fact done() {
        return new Fact(
                baseline, due, undated, achieved, achievedBy, withdrawn, owner, title, target, List.copyOf(revisions));
    }
}

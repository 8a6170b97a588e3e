package io.rollouthub.domain.fact;

import io.rollouthub.report.CommitmentTarget;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.ReportedEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fold of a history that has a plan: the same for go-lives, releases and commitments (semantics 4). */
public final class Folding {
    private @Nullable LocalDate baseline;
    private @Nullable LocalDate due;
    private boolean undated;
    private @Nullable LocalDate achieved;
    private @Nullable String achievedBy;
    private boolean withdrawn;
    private @Nullable String owner;
    private @Nullable String title;
    private @Nullable CommitmentTarget target;
    private final List<Revision> revisions = new ArrayList<>();

    /** Adds the next report in report order. */
    public void add(ReportedEvent report) {
        if (report.kind() == EventKind.GO_LIVE && report.title() != null) {
            title = report.title();
        }
        switch (report.status()) {
            case PLANNED -> plan(report);
            case COMMITTED -> {
                if (plan(report)) {
                    title = report.title();
                    target = report.target();
                }
            }
            case POSTPONED -> postpone(report);
            case LIVE, DELIVERED, MET -> achieve(report);
            case ACCEPTED -> {
                if (achieved == null) {
                    achieve(report);
                } else {
                    withdrawn = false;
                }
            }
            case REVERTED -> revert();
            case CANCELLED, WITHDRAWN -> withdraw();
            case NEGOTIATING, PREFERRED, SIGNED, TERMINATED -> {} // of a contract, which has no plan
            case UNKNOWN -> throw new IllegalArgumentException("the gate lets no UNKNOWN status pass");
        }
    }

    /** Whether the plan counts: it is ignored once achieved. */
    private boolean plan(ReportedEvent report) {
        LocalDate date = report.date();
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

    private void postpone(ReportedEvent report) {
        if (achieved == null) {
            undated = true;
            revisions.add(new Revision(report, null));
            owner = report.supplier();
        }
    }

    private void achieve(ReportedEvent report) {
        achieved = report.date();
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

    public @Nullable LocalDate due() {
        return due;
    }

    public boolean undated() {
        return undated;
    }

    public @Nullable LocalDate achieved() {
        return achieved;
    }

    public boolean withdrawn() {
        return withdrawn;
    }

    /** The supplier of the last plan event that counts; null before the first. */
    public @Nullable String owner() {
        return owner;
    }

    Fact done() {
        return new Fact(
                baseline, due, undated, achieved, achievedBy, withdrawn, owner, title, target, List.copyOf(revisions));
    }
}

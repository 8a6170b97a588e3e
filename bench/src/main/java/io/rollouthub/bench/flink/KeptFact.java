package io.rollouthub.bench.flink;

import io.rollouthub.output.Status;
import io.rollouthub.report.CommitmentTarget;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.ReportedEvent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the peer keeps of a site, a release or a commitment; dates are days since 1970, {@link #NONE} if there is none. */
public final class KeptFact {
    static final int NONE = Integer.MIN_VALUE;

    public String milestone = "";
    public String kind = "";
    public String product = "";
    public String release = "";
    public String title = "";
    public String owner = "";
    public String livedBy = "";
    public int baseline = NONE;
    public int due = NONE;
    public int live = NONE;
    public boolean undated;
    public boolean withdrawn;
    public int slips;
    public int count;
    public int since = NONE;
    public int progress;
    public long planAt;
    public long liveAt;
    public int episode;
    public long missedSince;

    /** How it was counted last; empty: not at all. */
    public String status = "";

    static KeptFact on(ReportedEvent report) {
        KeptFact fact = new KeptFact();
        fact.milestone = report.key().milestone();
        fact.kind = report.kind().name();
        if (report.kind() != EventKind.COMMITMENT) {
            fact.product = report.key().product();
            fact.release = report.key().release();
        }
        return fact;
    }

    /** Takes a report in; one on a plan, or on what happened, that is older than the last such report changes nothing. */
    void take(ReportedEvent report) {
        long at = report.reportedAt().toEpochMilli();
        switch (report.status()) {
            case PLANNED, COMMITTED, POSTPONED -> plan(report, at);
            default -> happen(report, at);
        }
    }

    private void plan(ReportedEvent report, long at) {
        if (at < planAt || (live != NONE && !isCount())) {
            return;
        }
        planAt = at;
        owner = report.supplier();
        title = report.title() == null ? title : String.valueOf(report.title());
        if (report.target() instanceof CommitmentTarget.Count target) {
            count = target.count();
            since = day(target.since());
        }
        int date = day(report.date());
        undated = date == NONE;
        if (date != NONE) {
            slips += due != NONE && date > due ? 1 : 0;
            baseline = baseline == NONE ? date : baseline;
            due = date;
            withdrawn = false;
        }
    }

    private void happen(ReportedEvent report, long at) {
        if (at < liveAt) {
            return;
        }
        liveAt = at;
        livedBy = report.supplier();
        switch (report.status()) {
            case LIVE, DELIVERED, ACCEPTED, MET -> {
                live = day(report.date());
                withdrawn = false;
            }
            case REVERTED -> live = NONE;
            default -> {
                live = NONE;
                withdrawn = true;
            }
        }
    }

    boolean isSite() {
        return kind.equals(EventKind.GO_LIVE.name());
    }

    boolean isCount() {
        return count > 0;
    }

    boolean isMilestone() {
        return due != NONE;
    }

    /** Its status if the due date has passed, or has not. */
    Status status(boolean passed) {
        if (withdrawn) {
            return Status.WITHDRAWN;
        }
        if (live != NONE) {
            return live <= due ? Status.MET : Status.MET_LATE;
        }
        return passed ? Status.MISSED : Status.PENDING;
    }

    static int day(@Nullable LocalDate date) {
        return date == null ? NONE : (int) date.toEpochDay();
    }

    static @Nullable LocalDate date(int day) {
        return day == NONE ? null : LocalDate.ofEpochDay(day);
    }
}

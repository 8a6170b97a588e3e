package io.rollouthub.model;

import io.rollouthub.output.AlertKind;
import io.rollouthub.output.Resolution;
import io.rollouthub.output.Status;
import org.jspecify.annotations.Nullable;

/** §7: why an alert resolves whose condition has become false at a moment. */
record Resolutions(Moment moment) {

    /** The reporter is the supplier whose accepted event is the step, if it is one. */
    Resolution of(AlertKind kind, String subject, @Nullable String reporter) {
        if (kind == AlertKind.SUPPLIER_SILENT) {
            return silent(subject, reporter);
        }
        Milestone milestone = moment.facts().milestones().get(subject);
        if (milestone == null) {
            return ceased(kind, subject);
        }
        Status status = moment.status(milestone);
        return switch (kind) {
            case MILESTONE_MISSED -> missed(status);
            case MILESTONE_AT_RISK -> atRisk(status);
            case DATE_SLIPPING -> slipping(status);
            case SUPPLIER_SILENT, UNKNOWN -> throw new IllegalArgumentException(kind.name());
        };
    }

    /** The step is its report; it owns nothing PENDING or MISSED any more; else a longer silent-after-days. */
    private Resolution silent(String supplier, @Nullable String reporter) {
        if (supplier.equals(reporter)) {
            return Resolution.REPORTED;
        }
        return Conditions.ownsOutstanding(supplier, moment) ? Resolution.RECOVERED : Resolution.NOTHING_DUE;
    }

    private static Resolution missed(Status status) {
        return switch (status) {
            case MET_LATE -> Resolution.MET_LATE;
            case MET -> Resolution.REPORTED_LATE; // false in hindsight
            case PENDING -> Resolution.REPLANNED;
            case WITHDRAWN -> Resolution.WITHDRAWN;
            case MISSED, UNKNOWN -> throw new IllegalStateException("still missed: " + status);
        };
    }

    private static Resolution atRisk(Status status) {
        return switch (status) {
            case MET, MET_LATE -> Resolution.MET;
            case MISSED -> Resolution.ESCALATED;
            case WITHDRAWN -> Resolution.WITHDRAWN;
            case PENDING -> Resolution.RECOVERED;
            case UNKNOWN -> throw new IllegalStateException(status.name());
        };
    }

    private static Resolution slipping(Status status) {
        return switch (status) {
            case MET -> Resolution.MET;
            case MET_LATE -> Resolution.MET_LATE;
            case WITHDRAWN -> Resolution.WITHDRAWN;
            case PENDING, MISSED -> Resolution.RECOVERED;
            case UNKNOWN -> throw new IllegalStateException(status.name());
        };
    }

    /** The milestone has no due date any more: if its fact is live, MISSED as REPORTED_LATE, the others as MET. */
    private Resolution ceased(AlertKind kind, String subject) {
        Plan plan = moment.facts().plans().get(subject);
        if (plan == null || plan.live == null) {
            return Resolution.WITHDRAWN;
        }
        return kind == AlertKind.MILESTONE_MISSED ? Resolution.REPORTED_LATE : Resolution.MET;
    }
}

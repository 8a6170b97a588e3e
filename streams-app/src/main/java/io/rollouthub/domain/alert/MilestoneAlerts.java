package io.rollouthub.domain.alert;

import io.rollouthub.check.ThresholdRanges;
import io.rollouthub.domain.alert.Alerts.Change;
import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.forecast.Bound;
import io.rollouthub.domain.milestone.MilestoneFigures;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Resolution;
import io.rollouthub.output.Severity;
import io.rollouthub.output.Status;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.report.AlertId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The three kinds of alert about a milestone: MILESTONE_MISSED, MILESTONE_AT_RISK, DATE_SLIPPING. */
public final class MilestoneAlerts {
    private final Alerts alerts;

    public MilestoneAlerts(Alerts alerts) {
        this.alerts = alerts;
    }

    /** Whether a condition may hold of a milestone, or an alert on it is open: only then it need be judged. */
    public boolean concerns(AlertKind kind, MilestoneState milestone, Thresholds thresholds) {
        return kind == AlertKind.MILESTONE_AT_RISK && MilestoneFigures.isPendingCount(milestone)
                || holds(kind, milestone, null, false, thresholds)
                || open(kind, milestone) != null;
    }

    private @Nullable Alert open(AlertKind kind, MilestoneState milestone) {
        return alerts.open(new AlertId(milestone.getCluster(), kind, milestone.getMilestone()).toString());
    }

    /** Judges a condition on the milestone; null if nothing has changed. */
    public @Nullable Change judge(AlertKind kind, Case about, Thresholds thresholds, CivilTime time) {
        MilestoneState after = about.after();
        MilestoneState shown = after != null ? after : about.before();
        if (shown == null) {
            return null;
        }
        Alert open = open(kind, shown);
        if (after != null && holds(kind, after, about.review(), open != null, thresholds)) {
            Instant startsAt = kind == AlertKind.MILESTONE_MISSED ? time.endOf(after.getDue()) : about.now();
            Alert.Builder draft = causes(kind, about.fact())
                    .into(draft(kind, after, about))
                    .setStartsAt(startsAt)
                    .setUnknownSince(unknownSince(kind, after, about, open, time))
                    .setProbability(probability(kind, after, about, open));
            draft.setEvidence(
                    about.review() == null && kind == AlertKind.MILESTONE_AT_RISK
                            ? Objects.requireNonNull(open).getEvidence()
                            : JudgedNumbers.of(after, about, thresholds, time));
            draft.setSummary(
                    kind == AlertKind.MILESTONE_AT_RISK ? Summary.atRisk(draft, after) : Summary.open(kind, after));
            return alerts.hold(draft, kind == AlertKind.MILESTONE_MISSED, about.review() != null);
        }
        if (open == null) {
            return null;
        }
        Resolution resolution = after == null ? ceased(kind, about.fact()) : resolution(kind, after.getStatus());
        Alert.Builder draft = Causes.of(open, about.cause())
                .into(draft(kind, shown, about))
                .setProbability(about.review() == null ? null : probability(kind, shown, about, open))
                .setEvidence(JudgedNumbers.of(shown, about, thresholds, time))
                .setSummary(after == null ? Summary.ceased(shown) : Summary.resolved(resolution, after));
        return alerts.resolve(open, draft, resolution, about.now());
    }

    private static boolean holds(
            AlertKind kind, MilestoneState milestone, @Nullable Review review, boolean isOpen, Thresholds thresholds) {
        boolean pending = milestone.getStatus() == Status.PENDING;
        boolean missed = milestone.getStatus() == Status.MISSED;
        return switch (kind) {
            case MILESTONE_MISSED -> missed;
            case MILESTONE_AT_RISK ->
                MilestoneFigures.isPendingCount(milestone)
                        && (review == null ? isOpen : isAtRisk(milestone.getProbability(), review, isOpen, thresholds));
            case DATE_SLIPPING ->
                (pending || missed)
                        && (milestone.getUndated()
                                || milestone.getSlipDays() >= thresholds.getSlipDays()
                                || milestone.getSlips() >= thresholds.getSlipCount());
            case SUPPLIER_SILENT, UNKNOWN -> false;
        };
    }

    /**
     * Opens below one threshold, stays open below another; where nothing is known it stays open while the plans fall short
     * (semantics 7).
     *
     * @param probability null: there is no forecast
     */
    static boolean isAtRisk(@Nullable Double probability, Review review, boolean isOpen, Thresholds thresholds) {
        if (probability == null) {
            return isOpen && review.fallsShort();
        }
        return isOpen
                ? Bound.isBelow(probability, ThresholdRanges.atRiskClear(thresholds))
                : Bound.isBelow(probability, thresholds.getAtRiskBelow())
                        && (review.fallsShort() || review.broken() > 0);
    }

    /** The probability that the last review has judged, of a count at risk; null of all else. */
    private static @Nullable Double probability(
            AlertKind kind, MilestoneState milestone, Case about, @Nullable Alert open) {
        if (kind != AlertKind.MILESTONE_AT_RISK) {
            return null;
        }
        return about.review() != null ? milestone.getProbability() : open == null ? null : open.getProbability();
    }

    /** The day of the review since which there is no forecast any more; null while there is one. */
    private static @Nullable LocalDate unknownSince(
            AlertKind kind, MilestoneState milestone, Case about, @Nullable Alert open, CivilTime time) {
        if (kind != AlertKind.MILESTONE_AT_RISK || open == null) {
            return null;
        }
        LocalDate before = open.getUnknownSince();
        if (about.review() == null) {
            return before;
        }
        if (milestone.getProbability() != null) {
            return null;
        }
        return before == null ? time.today(about.now()) : before;
    }

    private static Resolution resolution(AlertKind kind, Status status) {
        boolean missed = kind == AlertKind.MILESTONE_MISSED;
        boolean atRisk = kind == AlertKind.MILESTONE_AT_RISK;
        return switch (status) {
            case MET -> missed ? Resolution.REPORTED_LATE : Resolution.MET;
            case MET_LATE -> atRisk ? Resolution.MET : Resolution.MET_LATE;
            case PENDING -> missed ? Resolution.REPLANNED : Resolution.RECOVERED;
            case MISSED -> atRisk ? Resolution.ESCALATED : Resolution.RECOVERED;
            case WITHDRAWN, UNKNOWN -> Resolution.WITHDRAWN;
        };
    }

    /** Why an alert on a milestone ends that has lost its due date. */
    private static Resolution ceased(AlertKind kind, Fact fact) {
        if (fact.achieved() == null) {
            return Resolution.WITHDRAWN;
        }
        return kind == AlertKind.MILESTONE_MISSED ? Resolution.REPORTED_LATE : Resolution.MET;
    }

    /** The reports behind it: the one that set the date, or all that moved it. */
    private static Causes causes(AlertKind kind, Fact fact) {
        List<String> revisions = fact.revisions().stream()
                .filter(revision -> kind == AlertKind.DATE_SLIPPING || revision.date() != null)
                .map(revision -> revision.report().cause())
                .toList();
        return Causes.of(
                kind == AlertKind.DATE_SLIPPING
                        ? revisions
                        : revisions.subList(revisions.size() - 1, revisions.size()));
    }

    private static Alert.Builder draft(AlertKind kind, MilestoneState milestone, Case about) {
        return Alert.newBuilder()
                .setAlertId(new AlertId(milestone.getCluster(), kind, milestone.getMilestone()).toString())
                .setCluster(milestone.getCluster())
                .setKind(kind)
                .setSubject(milestone.getMilestone())
                .setSeverity(kind == AlertKind.MILESTONE_MISSED ? Severity.CRITICAL : Severity.WARNING)
                .setTitle(milestone.getTitle())
                .setSupplier(milestone.getOwner())
                .setSite(milestone.getSite())
                .setProduct(milestone.getProduct())
                .setRelease(milestone.getRelease())
                .setDue(milestone.getDue())
                .setProgress(milestone.getProgress())
                .setCount(milestone.getCount())
                .setSlips(milestone.getSlips())
                .setSlipDays(milestone.getSlipDays())
                .setAt(about.now());
    }
}

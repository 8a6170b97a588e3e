package io.rollouthub.model;

import io.rollouthub.output.AlertKind;
import io.rollouthub.output.Status;
import io.rollouthub.programme.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** §7: all conditions of a cluster that are true at a moment, a function of its facts and that clock. */
final class Conditions {
    private final Moment moment;
    private final Thresholds thresholds;

    private Conditions(Moment moment, Thresholds thresholds) {
        this.moment = moment;
        this.thresholds = thresholds;
    }

    static List<Condition> at(Moment moment, Thresholds thresholds) {
        return new Conditions(moment, thresholds).all();
    }

    private List<Condition> all() {
        Instant clock = moment.clock();
        List<Condition> all = new ArrayList<>();
        for (Milestone milestone : moment.facts().milestones().values()) {
            if (moment.status(milestone) == Status.MISSED) {
                all.add(Condition.of(AlertKind.MILESTONE_MISSED, milestone.id(), milestone.endOfDue()));
            }
            if (atRisk(milestone)) {
                all.add(Condition.of(AlertKind.MILESTONE_AT_RISK, milestone.id(), clock)); // "when found"
            }
            if (slipping(milestone)) {
                all.add(Condition.of(AlertKind.DATE_SLIPPING, milestone.id(), clock)); // the step's stamp
            }
        }
        moment.facts().lastAcceptedAt().forEach((supplier, last) -> {
            Instant silentFrom = silentFrom(last, thresholds);
            if (!silentFrom.isAfter(clock) && ownsOutstanding(supplier)) {
                all.add(Condition.of(AlertKind.SUPPLIER_SILENT, supplier, silentFrom));
            }
        });
        return all;
    }

    /** PENDING, target GoLiveCount, a forecast exists and probability < at-risk-below. */
    private boolean atRisk(Milestone milestone) {
        Forecast forecast = Forecast.of(milestone, moment);
        return forecast != null && forecast.probability(moment.daysLeft(milestone)) < thresholds.getAtRiskBelow();
    }

    /** PENDING or MISSED, and (undated, or slipDays >= slip-days, or slips >= slip-count). */
    private boolean slipping(Milestone milestone) {
        return moment.outstanding(milestone)
                && (milestone.plan().undated
                        || milestone.slipDays() >= thresholds.getSlipDays()
                        || milestone.slips() >= thresholds.getSlipCount());
    }

    /** The supplier owns a PENDING or MISSED milestone in the cluster. */
    private boolean ownsOutstanding(String supplier) {
        for (Milestone milestone : moment.facts().milestones().values()) {
            if (milestone.owner().equals(supplier) && moment.outstanding(milestone)) {
                return true;
            }
        }
        return false;
    }

    /** silent-after-days x 24 h after the latest acceptedAt. */
    static Instant silentFrom(Instant lastAcceptedAt, Thresholds thresholds) {
        return lastAcceptedAt.plus(Duration.ofHours(24L * thresholds.getSilentAfterDays()));
    }
}

package io.rollouthub.model;

import io.rollouthub.output.AlertKind;
import io.rollouthub.output.Status;
import io.rollouthub.programme.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** §7: all conditions of a cluster that are true at a moment: but for AT_RISK a function of its facts and that clock. */
final class Conditions {
    private final Moment moment;
    private final Thresholds thresholds;
    private final AtRisk atRisk;

    private Conditions(AtRisk atRisk) {
        moment = atRisk.moment();
        thresholds = atRisk.thresholds();
        this.atRisk = atRisk;
    }

    static List<Condition> at(AtRisk atRisk) {
        return new Conditions(atRisk).all();
    }

    private List<Condition> all() {
        Instant clock = moment.clock();
        List<Condition> all = new ArrayList<>();
        for (Milestone milestone : moment.facts().milestones().values()) {
            if (moment.status(milestone) == Status.MISSED) {
                all.add(Condition.of(AlertKind.MILESTONE_MISSED, milestone.id(), milestone.endOfDue()));
            }
            if (atRisk.holds(milestone)) {
                all.add(Condition.of(AlertKind.MILESTONE_AT_RISK, milestone.id(), clock)); // the review
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

    /** PENDING or MISSED, and (undated, or slipDays >= slip-days, or slips >= slip-count). */
    private boolean slipping(Milestone milestone) {
        return moment.outstanding(milestone)
                && (milestone.plan().undated
                        || milestone.slipDays() >= thresholds.getSlipDays()
                        || milestone.slips() >= thresholds.getSlipCount());
    }

    /** The supplier owns a PENDING or MISSED milestone in the cluster. */
    private boolean ownsOutstanding(String supplier) {
        return ownsOutstanding(supplier, moment);
    }

    static boolean ownsOutstanding(String supplier, Moment moment) {
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

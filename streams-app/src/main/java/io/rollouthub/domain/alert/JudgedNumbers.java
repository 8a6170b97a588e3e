package io.rollouthub.domain.alert;

import io.rollouthub.check.ThresholdRanges;
import io.rollouthub.domain.forecast.Figures;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.output.Evidence;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.programme.Thresholds;
import java.time.LocalDate;

/** The numbers by which an alert was judged, and the thresholds that they were held against. */
final class JudgedNumbers {
    private JudgedNumbers() {}

    /** Of a milestone; those of its forecast where a daily review has judged them. */
    static Evidence of(MilestoneState milestone, Case about, Thresholds thresholds, CivilTime time) {
        Evidence.Builder evidence = under(thresholds, time.today(about.now()))
                .setBaseline(milestone.getBaseline())
                .setUndated(milestone.getUndated())
                .setAchievedOn(milestone.getAchievedOn());
        Review review = about.review();
        return (review == null
                        ? evidence
                        : Figures.of(milestone)
                                .addTo(evidence)
                                .setPromisesBroken(review.broken())
                                .setKeptAtLead(review.lead().kept())
                                .setEndedAtLead(review.lead().ended())
                                .setSupplierKeptAtLead(review.lead().supplierKept())
                                .setSupplierEndedAtLead(review.lead().supplierEnded()))
                .build();
    }

    /**
     * Of a supplier's silence.
     *
     * @param openMilestones how many it has that are not met
     */
    static Evidence of(int openMilestones, Thresholds thresholds, LocalDate today) {
        return under(thresholds, today).setOpenMilestones(openMilestones).build();
    }

    private static Evidence.Builder under(Thresholds thresholds, LocalDate today) {
        return Evidence.newBuilder()
                .setToday(today)
                .setAtRiskBelow(thresholds.getAtRiskBelow())
                .setAtRiskClear(ThresholdRanges.atRiskClear(thresholds))
                .setSlipDaysFrom(thresholds.getSlipDays())
                .setSlipCountFrom(thresholds.getSlipCount())
                .setSilentAfterDays(thresholds.getSilentAfterDays());
    }
}

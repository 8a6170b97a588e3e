package io.rollouthub.domain.forecast;

import io.rollouthub.output.Evidence;
import io.rollouthub.output.MilestoneState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A milestone's forecast and where its numbers come from (semantics 9.4 to 9.7).
 *
 * @param probability of being met by the due date; null if nothing is known, or it is not pending
 * @param p50 the day by which it is met with 50 %, null if nothing is known or that is too far
 * @param lead of a date; null without a probability
 * @param count of a count of go-lives; null without a probability
 */
public record Figures(
        @Nullable Double probability,
        @Nullable LocalDate p50,
        @Nullable LocalDate p85,
        @Nullable LeadRecord lead,
        @Nullable CountNumbers count) {
    public static final Figures NONE = new Figures(null, null, null, null, null);

    /**
     * What a count was worked out from.
     *
     * @param named sites with a plan
     * @param expected how many of those that can be live by the due date will be
     * @param unnamedExpected go-lives expected of sites without a plan
     * @param observedDays days looked at
     * @param observedGoLives go-lives in that time
     */
    public record CountNumbers(
            int named, double expected, double unnamedExpected, int observedDays, int observedGoLives) {}

    /** Those that a milestone's state has. */
    public static Figures of(MilestoneState state) {
        return new Figures(
                state.getProbability(),
                state.getP50(),
                state.getP85(),
                state.getEndedAtLead() == null
                        ? null
                        : new LeadRecord(
                                state.getKeptAtLead(),
                                state.getEndedAtLead(),
                                state.getSupplierKeptAtLead(),
                                state.getSupplierEndedAtLead()),
                state.getNamed() == null
                        ? null
                        : new CountNumbers(
                                state.getNamed(),
                                state.getExpected(),
                                state.getUnnamedExpected(),
                                state.getObservedDays(),
                                state.getObservedGoLives()));
    }

    /** Puts them into a milestone's state, in place of those that it had. */
    public MilestoneState.Builder addTo(MilestoneState.Builder state) {
        return state.setProbability(probability)
                .setP50(p50)
                .setP85(p85)
                .setKeptAtLead(lead == null ? null : lead.kept())
                .setEndedAtLead(lead == null ? null : lead.ended())
                .setSupplierKeptAtLead(lead == null ? null : lead.supplierKept())
                .setSupplierEndedAtLead(lead == null ? null : lead.supplierEnded())
                .setNamed(count == null ? null : count.named())
                .setExpected(count == null ? null : count.expected())
                .setUnnamedExpected(count == null ? null : count.unnamedExpected())
                .setObservedDays(count == null ? null : count.observedDays())
                .setObservedGoLives(count == null ? null : count.observedGoLives());
    }

    /** Puts them into what was judged. */
    public Evidence.Builder addTo(Evidence.Builder evidence) {
        evidence.setProbability(probability).setP50(p50).setP85(p85);
        if (lead != null) {
            evidence.setKeptAtLead(lead.kept())
                    .setEndedAtLead(lead.ended())
                    .setSupplierKeptAtLead(lead.supplierKept())
                    .setSupplierEndedAtLead(lead.supplierEnded());
        }
        if (count != null) {
            evidence.setNamed(count.named())
                    .setExpected(count.expected())
                    .setUnnamedExpected(count.unnamedExpected())
                    .setObservedDays(count.observedDays())
                    .setObservedGoLives(count.observedGoLives());
        }
        return evidence;
    }
}

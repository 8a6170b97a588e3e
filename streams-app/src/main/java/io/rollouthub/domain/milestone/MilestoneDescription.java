package io.rollouthub.domain.milestone;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.output.MilestoneKind;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.TargetKind;
import io.rollouthub.report.CommitmentTarget;
import io.rollouthub.report.FactKey;
import org.jspecify.annotations.Nullable;

/** The part of a milestone's state that its reports alone decide. */
final class MilestoneDescription {
    private MilestoneDescription() {}

    static MilestoneState.Builder of(FactKey key, Fact fact) {
        MilestoneState.Builder state = MilestoneState.newBuilder()
                .setCluster(key.cluster())
                .setMilestone(key.milestone())
                .setTitle(fact.title())
                .setBaseline(fact.baseline())
                .setDue(fact.due())
                .setUndated(fact.undated())
                .setSlips(fact.slips())
                .setSlipDays(fact.slipDays())
                .setOwner(fact.owner());
        return switch (key.kind()) {
            case GO_LIVE ->
                state.setKind(MilestoneKind.GO_LIVE)
                        .setSite(key.parts().get(0))
                        .setProduct(key.product())
                        .setRelease(key.release());
            case RELEASE ->
                state.setKind(MilestoneKind.RELEASE).setProduct(key.product()).setRelease(key.release());
            case COMMITMENT -> describe(state.setKind(MilestoneKind.COMMITMENT), fact.target());
            case CONTRACT -> throw new IllegalArgumentException("a contract is no milestone");
        };
    }

    private static MilestoneState.Builder describe(MilestoneState.Builder state, @Nullable CommitmentTarget target) {
        return target == null
                ? state
                : target.choose(
                        count -> state.setTargetKind(TargetKind.GO_LIVE_COUNT)
                                .setSince(count.since())
                                .setProduct(count.product())
                                .setRelease(count.release()),
                        delivery -> state.setTargetKind(TargetKind.RELEASE_DELIVERED)
                                .setProduct(delivery.product())
                                .setRelease(delivery.release()),
                        signature ->
                                state.setTargetKind(TargetKind.CONTRACT_SIGNED).setContract(signature.contract()));
    }
}

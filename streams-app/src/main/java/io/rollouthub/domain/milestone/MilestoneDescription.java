package io.rollouthub.domain.milestone;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.event.ContractSigned;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.ReleaseDelivered;
import io.rollouthub.output.MilestoneKind;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.TargetKind;
import io.rollouthub.report.FactKey;
import java.util.List;
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
        List<String> parts = List.of(key.id().split("/"));
        switch (key.kind()) {
            case GO_LIVE ->
                state.setKind(MilestoneKind.GO_LIVE)
                        .setSite(parts.get(0))
                        .setProduct(parts.get(1))
                        .setRelease(parts.get(2));
            case RELEASE ->
                state.setKind(MilestoneKind.RELEASE).setProduct(parts.get(0)).setRelease(parts.get(1));
            case COMMITMENT -> describe(state.setKind(MilestoneKind.COMMITMENT), fact.target());
            case CONTRACT -> throw new IllegalArgumentException("a contract is no milestone");
        }
        return state;
    }

    private static void describe(MilestoneState.Builder state, @Nullable Object target) {
        if (target instanceof GoLiveCount t) {
            state.setTargetKind(TargetKind.GO_LIVE_COUNT)
                    .setSince(t.getSince())
                    .setProduct(t.getProduct())
                    .setRelease(t.getRelease());
        } else if (target instanceof ReleaseDelivered t) {
            state.setTargetKind(TargetKind.RELEASE_DELIVERED)
                    .setProduct(t.getProduct())
                    .setRelease(t.getRelease());
        } else if (target instanceof ContractSigned t) {
            state.setTargetKind(TargetKind.CONTRACT_SIGNED).setContract(t.getContract());
        }
    }
}

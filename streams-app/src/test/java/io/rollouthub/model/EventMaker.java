package io.rollouthub.model;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.event.ReleaseStage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Makes the events of a random programme. */
record EventMaker(Mood mood, Dates dates, Targets targets, Memory memory, Chance chance) {

    /** Whose report it is and what it corrects. */
    record Head(
            String supplier,
            String eventId,
            Instant reportedAt,
            Instant acceptedAt,
            @Nullable String replaces) {}

    Object event(Thing thing, Head head) {
        return switch (thing.kind()) {
            case GO_LIVE -> goLive(thing, head);
            case RELEASE -> release(thing, head);
            case COMMITMENT -> commitment(thing, head);
            case CONTRACT -> contract(thing, head);
        };
    }

    private GoLiveEvent goLive(Thing thing, Head head) {
        GoLiveStatus status =
                switch (chance.weighted(says().plan(), postponed(head), says().done(), 9, 7)) {
                    case 0 -> GoLiveStatus.PLANNED;
                    case 1 -> GoLiveStatus.POSTPONED;
                    case 2 -> GoLiveStatus.LIVE;
                    case 3 -> GoLiveStatus.REVERTED;
                    default -> GoLiveStatus.CANCELLED;
                };
        if (status == GoLiveStatus.LIVE) {
            memory.wentLive(thing.cluster());
        }
        LocalDate date = date(thing, status == GoLiveStatus.PLANNED, status == GoLiveStatus.POSTPONED, head);
        return new GoLiveEvent(
                head.eventId(),
                head.reportedAt(),
                head.supplier(),
                thing.cluster(),
                thing.name(),
                chance.oneIn(4) ? "Site" : null,
                thing.product(),
                thing.release(),
                status,
                date,
                null,
                head.replaces());
    }

    private ReleaseEvent release(Thing thing, Head head) {
        ReleaseStage stage =
                switch (chance.weighted(says().plan(), 10, says().done() / 2, says().done() / 2, 8)) {
                    case 0 -> ReleaseStage.PLANNED;
                    case 1 -> ReleaseStage.POSTPONED;
                    case 2 -> ReleaseStage.DELIVERED;
                    case 3 -> ReleaseStage.ACCEPTED;
                    default -> ReleaseStage.WITHDRAWN;
                };
        LocalDate date = date(thing, stage == ReleaseStage.PLANNED, stage == ReleaseStage.POSTPONED, head);
        return new ReleaseEvent(
                head.eventId(),
                head.reportedAt(),
                head.supplier(),
                thing.cluster(),
                thing.product(),
                thing.release(),
                stage,
                date,
                null,
                head.replaces());
    }

    private MilestoneEvent commitment(Thing thing, Head head) {
        MilestoneStatus status =
                switch (chance.weighted(70, postponed(head), 8, 8)) {
                    case 0 -> MilestoneStatus.COMMITTED;
                    case 1 -> MilestoneStatus.POSTPONED;
                    case 2 -> MilestoneStatus.MET;
                    default -> MilestoneStatus.WITHDRAWN;
                };
        boolean committed = status == MilestoneStatus.COMMITTED;
        LocalDate date = committed
                ? dates.goal(head.acceptedAt())
                : date(thing, false, status == MilestoneStatus.POSTPONED, head);
        Object target = committed ? targets.target(thing.cluster(), head.acceptedAt()) : null;
        return new MilestoneEvent(
                head.eventId(),
                head.reportedAt(),
                head.supplier(),
                thing.cluster(),
                thing.name(),
                chance.pick("Promised", "Promised again"),
                status,
                date,
                target,
                null,
                head.replaces());
    }

    private ContractEvent contract(Thing thing, Head head) {
        ContractStage stage = chance.pick(
                ContractStage.SIGNED,
                ContractStage.SIGNED,
                ContractStage.TERMINATED,
                ContractStage.NEGOTIATING,
                ContractStage.PREFERRED);
        boolean dateless = stage == ContractStage.NEGOTIATING || stage == ContractStage.PREFERRED;
        LocalDate date = date(thing, dateless, dateless && chance.percent(70), head);
        BigDecimal value = chance.percent(50) ? BigDecimal.valueOf(chance.between(0, 3) * 100L, 2) : null;
        return new ContractEvent(
                head.eventId(),
                head.reportedAt(),
                head.supplier(),
                thing.cluster(),
                thing.name(),
                "authority",
                head.supplier(),
                stage,
                date,
                value,
                value == null ? null : "GBP",
                chance.percent(30) ? 120 : null,
                null,
                head.replaces());
    }

    /** A date that was a mistake is often taken back without another, which leaves a thing without any. */
    private static int postponed(Head head) {
        return head.replaces() == null ? 10 : 40;
    }

    private Weights.Reports says() {
        return Weights.of(mood).reports();
    }

    private @Nullable LocalDate date(Thing thing, boolean ahead, boolean none, Head head) {
        if (none) {
            return null;
        }
        return ahead ? dates.plan(thing, head.acceptedAt()) : dates.happened(thing, head.acceptedAt());
    }
}

package io.rollouthub.model;

import io.rollouthub.event.ContractStage;
import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.MilestoneStatus;
import io.rollouthub.event.ReleaseStage;
import io.rollouthub.programme.Programme;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** §3: the checks of the gate that a scenario or a random programme can fail; identifiers and texts are taken to be good. */
record Gate(Programme programme) {
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 1);
    private static final Duration AHEAD = Duration.ofMinutes(5);
    private static final Set<Enum<?>> POSTPONED =
            Set.of(GoLiveStatus.POSTPONED, ReleaseStage.POSTPONED, MilestoneStatus.POSTPONED);
    private static final Set<Enum<?>> DATE_IS_FREE = Set.of(ContractStage.NEGOTIATING, ContractStage.PREFERRED);
    private static final Set<Enum<?>> MAY_LIE_AHEAD = Set.of(
            GoLiveStatus.PLANNED,
            ReleaseStage.PLANNED,
            MilestoneStatus.COMMITTED,
            ContractStage.NEGOTIATING,
            ContractStage.PREFERRED);

    /** Why an event is refused; null = it is accepted. */
    @Nullable
    String refuses(Object event, Instant acceptedAt) {
        Report report = Report.of(event, acceptedAt);
        Enum<?> status = report.status();
        LocalDate date = report.date();
        if (!allows(report)) {
            return "CLUSTER_NOT_ALLOWED";
        } else if (date == null && !POSTPONED.contains(status) && !DATE_IS_FREE.contains(status)) {
            return "MISSING_DATE";
        } else if (date != null && POSTPONED.contains(status)) {
            return "UNEXPECTED_DATE";
        } else if (outOfRange(date)
                || outOfRange(report.reportedAt().atZone(ZoneOffset.UTC).toLocalDate())) {
            return "DATE_OUT_OF_RANGE";
        } else if (report.reportedAt().isAfter(acceptedAt.plus(AHEAD))) {
            return "REPORTED_IN_FUTURE";
        } else if (date != null && date.isAfter(civilDate(acceptedAt)) && !MAY_LIE_AHEAD.contains(status)) {
            return "HAPPENED_IN_FUTURE";
        }
        return badTarget(event) ? "BAD_TARGET" : null;
    }

    private boolean allows(Report report) {
        return programme.getSuppliers().stream()
                .anyMatch(supplier -> supplier.getSupplier().equals(report.supplier())
                        && supplier.getClusters().contains(report.cluster()));
    }

    private LocalDate civilDate(Instant instant) {
        return new CivilTime(ZoneId.of(programme.getZone())).dateAt(instant);
    }

    private static boolean outOfRange(@Nullable LocalDate date) {
        return date != null && (date.isBefore(FIRST) || date.isAfter(LAST));
    }

    private static boolean badTarget(Object event) {
        if (!(event instanceof MilestoneEvent milestone) || milestone.getTarget() == null) {
            return false;
        }
        boolean badCount = milestone.getTarget() instanceof GoLiveCount target
                && (target.getCount() < 1 || target.getCount() > 1_000_000 || outOfRange(target.getSince()));
        return badCount || milestone.getStatus() != MilestoneStatus.COMMITTED;
    }
}

package io.rollouthub.domain.ledger;

import io.rollouthub.domain.golive.GoLives;
import io.rollouthub.domain.rate.EarnedSchedule;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.Status;
import java.time.LocalDate;

/** A cluster's figures as they are published (semantics 8). */
final class ClusterFigures {
    private static final double DAYS_PER_MONTH = 30.4375;

    private ClusterFigures() {}

    static ClusterStatus of(ClusterBook book) {
        LocalDate today = book.today();
        EarnedSchedule schedule = book.rates.schedule(book.month());
        ClusterStatus.Builder status = ClusterStatus.newBuilder()
                .setCluster(book.cluster)
                .setClock(book.clock())
                .setToday(today)
                .setZone(book.time().zone().getId())
                .setAccepted(book.accepted)
                .setDuplicates(book.duplicates())
                .setRefused(book.refused())
                .setObservedFrom(book.observedOn())
                .setLive(book.rates.live())
                .setLivePlanned(book.rates.earned())
                .setPlanned(book.rates.planned())
                .setPending(book.milestones.of(Status.PENDING))
                .setMet(book.milestones.of(Status.MET))
                .setMetLate(book.milestones.of(Status.MET_LATE))
                .setMissed(book.milestones.of(Status.MISSED))
                .setWithdrawn(book.milestones.of(Status.WITHDRAWN))
                .setOpenCritical(book.openCritical)
                .setOpenWarning(book.openWarning)
                .setRatePerMonth90(ratePerMonth(book.goLives, today, 90))
                .setRatePerMonth365(ratePerMonth(book.goLives, today, 365));
        if (schedule != null) {
            status.setEarnedSchedule(schedule.earned())
                    .setSpiT(schedule.spiT())
                    .setScheduleVarianceMonths(schedule.varianceMonths())
                    .setPlannedDurationMonths(schedule.plannedDuration())
                    .setEstimatedDurationMonths(schedule.estimatedDurationMonths());
        }
        return status.build();
    }

    private static double ratePerMonth(GoLives goLives, LocalDate today, int days) {
        return goLives.within(today.minusDays(days), today) * DAYS_PER_MONTH / days;
    }
}

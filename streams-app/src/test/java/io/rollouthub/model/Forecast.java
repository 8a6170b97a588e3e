package io.rollouthub.model;

import io.rollouthub.event.GoLiveCount;
import io.rollouthub.output.Status;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.jspecify.annotations.Nullable;

/** §9: r go-lives are still needed; k happened in the last T days. */
record Forecast(int r, int k, int t) {
    private static final int EXPOSURE_DAYS = 365;
    private static final int LEAST_EXPOSURE_DAYS = 30;
    private static final int FURTHEST_DAYS = 36_500;
    private static final double ROUNDING = 1e-9;

    /** The forecast of a milestone at a moment; null = none. */
    static @Nullable Forecast of(Milestone milestone, Moment moment) {
        GoLiveCount target = milestone.goLiveCount();
        if (target == null || moment.status(milestone) != Status.PENDING) {
            return null; // only of a GoLiveCount, only while the status is PENDING
        }
        LocalDate today = moment.today();
        long observed = ChronoUnit.DAYS.between(moment.facts().observedFrom(), today);
        int t = (int) Math.min(EXPOSURE_DAYS, observed);
        int r = target.getCount() - milestone.progressMade();
        if (t < LEAST_EXPOSURE_DAYS || r <= 0) {
            return null;
        }
        int k = 0;
        for (GoLive goLive : moment.facts().goLives()) {
            if (goLive.matches(target) && goLive.datedIn(today.minusDays(t), today)) { // `since` does not limit k
                k++;
            }
        }
        return new Forecast(r, k, t);
    }

    /** Of reaching the target within h days: I_{h/(T+h)}(r, k + 1/2); 0 when h <= 0. */
    double probability(double h) {
        return h <= 0 ? 0 : RegularizedBeta.value(h / (t + h), r, k + 0.5);
    }

    /**
     * ceil(T x/(1-x) - 1e-9) where x is the Beta(r, k + 1/2) quantile at p; null if over 36,500.
     *
     * <p>That is the least whole n with n + 1e-9 >= T x/(1-x), and so the least n with probability(n + 1e-9) >= p, which
     * needs no quantile and none of its errors.
     */
    @Nullable
    Integer days(double p) {
        if (probability(FURTHEST_DAYS + ROUNDING) < p) {
            return null;
        }
        int tooFew = -1;
        int enough = FURTHEST_DAYS;
        while (enough - tooFew > 1) {
            int n = (tooFew + enough) >>> 1;
            if (probability(n + ROUNDING) >= p) {
                enough = n;
            } else {
                tooFew = n;
            }
        }
        return enough;
    }

    /** The date by which the target is reached with probability p. */
    @Nullable
    LocalDate date(double p, LocalDate today) {
        Integer days = days(p);
        return days == null ? null : today.plusDays(days);
    }
}

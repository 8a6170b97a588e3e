package io.rollouthub.model;

import io.rollouthub.event.GoLiveCount;
import io.rollouthub.output.Status;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** §8: the figures of a cluster. */
final class Figures {
    private static final double DAYS_A_MONTH = 30.4375;

    private final Moment moment;
    private final Facts facts;
    private final LocalDate today;

    Figures(Moment moment) {
        this.moment = moment;
        facts = moment.facts();
        today = moment.today();
    }

    FiguresView view() {
        return new FiguresView(
                moment.clock(),
                today,
                facts.observedFrom(),
                ratePerMonth(90),
                ratePerMonth(365),
                EarnedSchedule.of(facts, YearMonth.from(today)),
                requiredPerMonth(),
                hitRates());
    }

    /** Go-lives dated in (today - days, today] x 30.4375/days. */
    private double ratePerMonth(int days) {
        long goLives = facts.goLives().stream()
                .filter(goLive -> goLive.datedIn(today.minusDays(days), today))
                .count();
        return goLives * DAYS_A_MONTH / days;
    }

    /** Remaining / ((due - today) days / 30.4375); null when no day is left. */
    private SortedMap<String, @Nullable Double> requiredPerMonth() {
        SortedMap<String, @Nullable Double> required = new TreeMap<>();
        for (Milestone milestone : facts.milestones().values()) {
            GoLiveCount target = milestone.goLiveCount();
            if (target != null && moment.status(milestone) == Status.PENDING) {
                int remaining = target.getCount() - milestone.progressMade();
                int daysLeft = moment.daysLeft(milestone);
                required.put(milestone.id(), daysLeft <= 0 ? null : remaining / (daysLeft / DAYS_A_MONTH));
            }
        }
        return required;
    }

    private SortedMap<String, @Nullable Double> hitRates() {
        SortedMap<String, @Nullable Double> rates = new TreeMap<>();
        for (String supplier : facts.lastAcceptedAt().keySet()) {
            rates.put(supplier, hitRate(supplier));
        }
        return rates;
    }

    /** MET / (MET + MET_LATE + MISSED) over its milestones; null if the sum is 0. */
    private @Nullable Double hitRate(String supplier) {
        int met = 0;
        int decided = 0;
        for (Milestone milestone : facts.milestones().values()) {
            if (milestone.owner().equals(supplier)) {
                Status status = moment.status(milestone);
                met += status == Status.MET ? 1 : 0;
                decided += status == Status.MET || status == Status.MET_LATE || status == Status.MISSED ? 1 : 0;
            }
        }
        return decided == 0 ? null : (double) met / decided;
    }
}

package io.rollouthub.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** §9.1 to §9.3: all promises of a cluster on a day. */
final class Promises {
    private static final int ENOUGH = 10;

    private final LocalDate today;
    private final SortedMap<String, PromiseHistory> histories = new TreeMap<>();
    private final List<EndedPromise> ended = new ArrayList<>();
    private final Lateness lateness;

    Promises(Facts facts, LocalDate today) {
        this.today = today;
        List<Integer> daysLate = new ArrayList<>();
        List<Integer> daysOpen = new ArrayList<>();
        for (Map.Entry<String, PromiseHistory> fact : facts.promises().entrySet()) {
            PromiseHistory history = fact.getValue().asOf(today);
            histories.put(fact.getKey(), history);
            ended.addAll(history.ended());
            Plan plan = facts.plan(fact.getKey());
            for (EndedPromise promise : history.ended()) {
                late(promise, plan, daysLate, daysOpen);
            }
        }
        lateness = Lateness.of(daysLate, daysOpen);
    }

    /** §9.3: max(1, live - due) where the fact is live; today - due where it is not, nor withdrawn, and due has passed. */
    private void late(EndedPromise promise, Plan plan, List<Integer> daysLate, List<Integer> daysOpen) {
        LocalDate due = promise.promise().due();
        if (promise.kept()) {
            return;
        }
        if (plan.live != null) {
            daysLate.add(Math.max(1, days(due, plan.live)));
        } else if (!plan.withdrawn && due.isBefore(today)) {
            daysOpen.add(days(due, today));
        }
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }

    SortedMap<String, PromiseHistory> histories() {
        return histories;
    }

    /** The promise that stands for a site or release. */
    @Nullable
    Promise standing(String id) {
        PromiseHistory history = histories.get(id);
        return history == null ? null : history.standing();
    }

    int kept() {
        return (int) ended.stream().filter(EndedPromise::kept).count();
    }

    int broken() {
        return ended.size() - kept();
    }

    /** §9.4, §9.5: kept + broken >= 10. */
    boolean enough() {
        return ended.size() >= ENOUGH;
    }

    /** K(h). */
    int keptAt(int h) {
        return (int) ended.stream()
                .filter(promise -> promise.kept() && promise.stoodAt(h))
                .count();
    }

    /** K(h) + B(h). */
    int endedAt(int h) {
        return (int) ended.stream().filter(promise -> promise.stoodAt(h)).count();
    }

    /** Ks(h). */
    int keptAt(int h, String supplier) {
        return (int) ended.stream()
                .filter(promise -> promise.kept() && promise.stoodAt(h))
                .filter(promise -> promise.promise().supplier().equals(supplier))
                .count();
    }

    /** Ks(h) + Bs(h). */
    int endedAt(int h, String supplier) {
        return (int) ended.stream()
                .filter(promise -> promise.stoodAt(h))
                .filter(promise -> promise.promise().supplier().equals(supplier))
                .count();
    }

    /** §9.2: h = min(due - today, 1,095). */
    int lead(LocalDate due) {
        return Math.min(Promise.FURTHEST, days(today, due));
    }

    /** §9.2: will a standing promise be kept? */
    double q(Promise standing) {
        int h = lead(standing.due());
        String s = standing.supplier();
        return Keeping.q(
                kept(), broken(), keptAt(h), endedAt(h) - keptAt(h), keptAt(h, s), endedAt(h, s) - keptAt(h, s));
    }

    Lateness lateness() {
        return lateness;
    }

    LocalDate today() {
        return today;
    }
}

package io.rollouthub.model;

import io.rollouthub.output.Status;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** §9.8: the hub's own record of a cluster; what it forecast never changes, what becomes of it is a function of the facts. */
final class HubRecord {
    static final List<Integer> LEADS = List.of(30, 90, 180);

    private record Key(String milestone, LocalDate due, int lead) {}

    private record Made(String owner, LocalDate day, int score) {}

    private final SortedMap<Key, Made> made = new TreeMap<>(
            Comparator.comparing(Key::milestone).thenComparing(Key::due).thenComparing(Key::lead));

    /** At each daily review: of every PENDING milestone with a probability and due - t = H. */
    void review(Moment moment) {
        for (Milestone milestone : moment.facts().milestones().values()) {
            int lead = moment.daysLeft(milestone);
            if (LEADS.contains(lead) && moment.status(milestone) == Status.PENDING) {
                Double probability = Forecast.of(milestone, moment).probability();
                if (probability != null) {
                    made.putIfAbsent(
                            new Key(milestone.id(), milestone.due(), lead),
                            new Made(milestone.owner(), moment.today(), score(probability)));
                }
            }
        }
    }

    /** floor(10,000 p + 0.5 + 1e-7). */
    static int score(double probability) {
        return (int) Math.floor(10_000 * probability + 0.5 + 1e-7);
    }

    /** All forecasts with their outcomes at a moment, by {@code <milestone>/<due>/<H>}. */
    SortedMap<String, ForecastView> at(Moment moment) {
        SortedMap<String, ForecastView> all = new TreeMap<>();
        made.forEach((key, forecast) -> {
            ForecastView view = new ForecastView(
                    key.milestone(),
                    key.due(),
                    key.lead(),
                    forecast.owner(),
                    forecast.day(),
                    forecast.score(),
                    outcome(key.milestone(), key.due(), moment));
            all.put(view.key(), view);
        });
        return all;
    }

    private static Outcome outcome(String id, LocalDate due, Moment moment) {
        Milestone milestone = moment.facts().milestones().get(id);
        if (milestone == null || milestone.plan().withdrawn) {
            return Outcome.VOID;
        }
        LocalDate achievedOn = milestone.achievedOn();
        if (achievedOn != null && !achievedOn.isAfter(due)) {
            return Outcome.KEPT;
        }
        return due.isBefore(moment.today()) ? Outcome.NOT_KEPT : Outcome.OPEN;
    }
}

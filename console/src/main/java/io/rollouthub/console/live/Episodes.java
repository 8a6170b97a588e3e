package io.rollouthub.console.live;

import io.rollouthub.explain.Subject;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.report.AlertId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The episodes of all alerts. */
public final class Episodes {
    private final Map<String, List<Episode>> byAlert = new HashMap<>();
    private final TreeSet<Episode> newestFirst =
            new TreeSet<>(Comparator.comparing((Episode one) -> one.last().getStartsAt(), Comparator.reverseOrder())
                    .thenComparing(Episode::alertId)
                    .thenComparing(Episode::number));

    /** One time that an alert was open, with its transitions in order; there are some. */
    public record Episode(String alertId, int number, List<AlertTransition> transitions) {
        public AlertTransition last() {
            return transitions.get(transitions.size() - 1);
        }

        public boolean isOpen() {
            return last().getState() == AlertState.OPEN;
        }
    }

    void add(AlertTransition transition) {
        List<Episode> ofAlert = byAlert.computeIfAbsent(transition.getAlertId(), id -> new ArrayList<>(1));
        Episode current = ofAlert.isEmpty() ? null : ofAlert.get(ofAlert.size() - 1);
        List<AlertTransition> transitions = new ArrayList<>(2);
        if (current != null && current.number() == transition.getEpisode()) {
            newestFirst.remove(current); // it may have another place with another start
            ofAlert.remove(ofAlert.size() - 1);
            transitions.addAll(current.transitions());
        }
        transitions.add(transition);
        Episode next = new Episode(
                transition.getAlertId(), transition.getEpisode(), Collections.unmodifiableList(transitions));
        ofAlert.add(next);
        newestFirst.add(next);
    }

    /** All, the one that began last first. */
    public Collection<Episode> newestFirst() {
        return Collections.unmodifiableCollection(newestFirst);
    }

    /** Those of one alert, in order; none if it never opened. */
    public List<Episode> of(String alertId) {
        return Collections.unmodifiableList(byAlert.getOrDefault(alertId, List.of()));
    }

    /** Those of each alert that has ever opened on a milestone, the first to open first. */
    public List<List<Episode>> on(String cluster, String milestone) {
        return alertsOn(cluster, milestone)
                .sorted(Comparator.comparing(
                        alert -> alert.get(0).transitions().get(0).getAt()))
                .toList();
    }

    public int openOn(String cluster, String milestone) {
        return (int) alertsOn(cluster, milestone)
                .filter(alert -> alert.get(alert.size() - 1).isOpen())
                .count();
    }

    boolean isOpen(String cluster, AlertKind kind, String subject) {
        Episode last = last(new AlertId(cluster, kind, subject).toString());
        return last != null && last.isOpen();
    }

    private Stream<List<Episode>> alertsOn(String cluster, String milestone) {
        return Subject.KINDS_ON_MILESTONES.stream()
                .map(kind -> of(new AlertId(cluster, kind, milestone).toString()))
                .filter(alert -> !alert.isEmpty());
    }

    /** The last episode of an alert; null if it never opened. */
    public @Nullable Episode last(String alertId) {
        List<Episode> ofAlert = of(alertId);
        return ofAlert.isEmpty() ? null : ofAlert.get(ofAlert.size() - 1);
    }
}

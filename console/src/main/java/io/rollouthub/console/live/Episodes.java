package io.rollouthub.console.live;

import io.rollouthub.domain.alert.Alerts;
import io.rollouthub.explain.Subject;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertTransition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The episodes of all alerts. */
public final class Episodes {
    private final Map<String, List<Episode>> byAlert = new HashMap<>();
    private final TreeSet<Episode> newestFirst = new TreeSet<>(Episode.NEWEST_FIRST);

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

    /** The ids of the alerts that have ever opened on a milestone, the first to open first. */
    public List<String> alertsOn(String cluster, String milestone) {
        return Subject.KINDS_ON_MILESTONES.stream()
                .map(kind -> Alerts.id(cluster, kind, milestone))
                .filter(byAlert::containsKey)
                .sorted((one, other) ->
                        firstOf(one).getAt().compareTo(firstOf(other).getAt()))
                .toList();
    }

    /** How many alerts on a milestone are open. */
    public int openOn(String cluster, String milestone) {
        int open = 0;
        for (AlertKind kind : Subject.KINDS_ON_MILESTONES) {
            Episode last = last(Alerts.id(cluster, kind, milestone));
            open += last != null && last.isOpen() ? 1 : 0;
        }
        return open;
    }

    /** The last episode of an alert; null if it never opened. */
    public @Nullable Episode last(String alertId) {
        List<Episode> ofAlert = byAlert.get(alertId);
        return ofAlert == null ? null : ofAlert.get(ofAlert.size() - 1);
    }

    private AlertTransition firstOf(String alertId) {
        return Objects.requireNonNull(byAlert.get(alertId)).get(0).transitions().get(0);
    }
}

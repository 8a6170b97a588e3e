package io.rollouthub.model;

import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.Resolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** §7: the open alerts of a cluster and how often each has opened. */
final class Alerts {

    private record Open(Condition condition, int episode) {}

    private final String cluster;
    private final Map<Condition.Key, Open> open = new HashMap<>();
    private final Map<Condition.Key, Integer> episodes = new HashMap<>();

    Alerts(String cluster) {
        this.cluster = cluster;
    }

    /**
     * Judges every alert in one step at a moment; returns its transitions, in order of alertId. The reporter is the
     * supplier whose accepted event is the step, null when the step is no event.
     */
    List<TransitionView> judge(Moment moment, List<Condition> conditions, @Nullable String reporter) {
        Instant at = moment.clock();
        Resolutions resolutions = new Resolutions(moment);
        List<TransitionView> transitions = new ArrayList<>();
        Set<Condition.Key> wrong = new HashSet<>();
        for (Condition condition : conditions) {
            wrong.add(condition.key());
            Open before = open.get(condition.key());
            if (before == null) {
                transitions.add(open(condition, episodes.merge(condition.key(), 1, Integer::sum), at));
            } else if (movedOn(before.condition(), condition)) {
                transitions.add(open(condition, before.episode(), at));
            }
        }
        for (Condition.Key key : List.copyOf(open.keySet())) {
            if (!wrong.contains(key)) {
                Resolution resolution = resolutions.of(key.kind(), key.subject(), reporter);
                transitions.add(resolved(Objects.requireNonNull(open.remove(key)), at, resolution));
            }
        }
        transitions.sort(Comparator.comparing(TransitionView::alertId));
        return transitions;
    }

    /** Re-planned to another date that has passed as well; the other kinds keep the startsAt they opened with. */
    private static boolean movedOn(Condition before, Condition now) {
        return now.key().kind() == AlertKind.MILESTONE_MISSED && !now.startsAt().equals(before.startsAt());
    }

    private TransitionView open(Condition condition, int episode, Instant at) {
        open.put(condition.key(), new Open(condition, episode));
        return transition(AlertState.OPEN, condition, episode, at, null, null);
    }

    /** endsAt = the instant of the step that ended it. */
    private TransitionView resolved(Open over, Instant at, Resolution resolution) {
        return transition(AlertState.RESOLVED, over.condition(), over.episode(), at, at, resolution.name());
    }

    private TransitionView transition(
            AlertState state,
            Condition condition,
            int episode,
            Instant at,
            @Nullable Instant endsAt,
            @Nullable String resolution) {
        String alertId = condition.key().alertId(cluster);
        return new TransitionView(
                cluster, at, alertId, episode, state.name(), condition.startsAt(), endsAt, resolution);
    }

    /** The subjects of which an alert of a kind is open. */
    Set<String> open(AlertKind kind) {
        Set<String> subjects = new HashSet<>();
        for (Condition.Key key : open.keySet()) {
            if (key.kind() == kind) {
                subjects.add(key.subject());
            }
        }
        return subjects;
    }

    SortedMap<String, OpenAlert> open() {
        SortedMap<String, OpenAlert> view = new TreeMap<>();
        open.forEach((key, alert) -> view.put(
                key.alertId(cluster),
                new OpenAlert(alert.episode(), alert.condition().startsAt())));
        return view;
    }
}

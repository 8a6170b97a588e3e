package io.rollouthub.explain;

import io.rollouthub.domain.alert.Alerts;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import java.util.ArrayList;
import java.util.List;

/** An alert's episodes: by which rule each opened and ended. */
final class Episodes {
    private final String cluster;
    private final Evidence evidence;
    private final Openings openings;
    private final Endings endings;

    Episodes(String cluster, Evidence evidence, Words words) {
        this.cluster = cluster;
        this.evidence = evidence;
        this.openings = new Openings(words);
        this.endings = new Endings(words);
    }

    Story.Section of(AlertKind kind, String subject) {
        String alertId = Alerts.id(cluster, kind, subject);
        List<Turn> turns = evidence.turns().stream()
                .filter(turn -> turn.alert().getAlertId().equals(alertId))
                .toList();
        List<String> sentences = new ArrayList<>();
        sentences.add(Openings.rule(kind, evidence.programme().getThresholds()));
        if (turns.isEmpty()) {
            sentences.add("It has never opened.");
        } else {
            tell(turns, sentences);
        }
        return new Story.Section("The alert " + kind, sentences);
    }

    private void tell(List<Turn> turns, List<String> sentences) {
        boolean several = turns.get(turns.size() - 1).alert().getEpisode() > 1;
        boolean open = false;
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            if (turn.alert().getState() == AlertState.OPEN) {
                if (several && !open) {
                    sentences.add("Episode " + turn.alert().getEpisode() + ":");
                }
                sentences.addAll(openings.of(turn, open));
                open = true;
            } else {
                sentences.add(endings.of(turn, turns.get(i - 1)));
                open = false;
            }
        }
        if (open) {
            sentences.add("It is still open.");
        }
    }
}

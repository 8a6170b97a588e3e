package io.rollouthub.hub.terminal;

import io.rollouthub.hub.terminal.Look.Tone;
import io.rollouthub.output.Alert;
import io.rollouthub.output.Severity;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.report.AlertId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Open alerts by cluster, the critical ones first, then those that are open longest; those of one milestone are one thing
 * to do, and one row, named for its worst.
 */
public final class AlertTable {
    private static final Comparator<Alert> ORDER = Comparator.comparing(Alert::getCluster)
            .thenComparing(alert -> alert.getSeverity() != Severity.CRITICAL)
            .thenComparing(Alert::getStartsAt)
            .thenComparing(Alert::getAlertId);

    private AlertTable() {}

    public static TextTable of(ReadModel model, Times times) {
        TextTable table = new TextTable("alert", "since", "what");
        for (List<Alert> alerts : byMilestone(model)) {
            Alert worst = alerts.get(0);
            StringBuilder what = new StringBuilder(what(worst, times));
            for (Alert other : alerts.subList(1, alerts.size())) {
                what.append("; also ").append(other.getKind());
            }
            table.tonedRow(
                    worst.getSeverity() == Severity.CRITICAL ? Tone.BAD : Tone.WARNING,
                    worst.getAlertId(),
                    times.print(worst.getStartsAt()),
                    what);
        }
        return table;
    }

    private static Collection<List<Alert>> byMilestone(ReadModel model) {
        Map<String, List<Alert>> groups = new LinkedHashMap<>();
        model.openAlerts().stream().sorted(ORDER).forEach(alert -> groups.computeIfAbsent(
                        new AlertId(alert.getCluster(), alert.getKind(), alert.getSubject()).task(),
                        key -> new ArrayList<>())
                .add(alert));
        return groups.values();
    }

    /** What nobody knows any more stands first, so that no terminal cuts it away. */
    private static String what(Alert alert, Times times) {
        String summary = times.sentence(alert.getSummary());
        return alert.getUnknownSince() == null ? summary : "unknown since " + alert.getUnknownSince() + "; " + summary;
    }
}

package io.rollouthub.hub.terminal;

import io.rollouthub.hub.terminal.Look.Tone;
import io.rollouthub.output.Alert;
import io.rollouthub.output.Severity;
import io.rollouthub.reader.ReadModel;
import java.util.Comparator;

/** Open alerts by cluster, the critical ones first, then those that are open longest. */
public final class AlertTable {
    private static final Comparator<Alert> ORDER = Comparator.comparing(Alert::getCluster)
            .thenComparing(alert -> alert.getSeverity() != Severity.CRITICAL)
            .thenComparing(Alert::getStartsAt)
            .thenComparing(Alert::getAlertId);

    private AlertTable() {}

    public static TextTable of(ReadModel model, Times times) {
        TextTable table = new TextTable("alert", "since", "what");
        model.openAlerts().stream()
                .sorted(ORDER)
                .forEach(alert -> table.tonedRow(
                        alert.getSeverity() == Severity.CRITICAL ? Tone.BAD : Tone.WARNING,
                        alert.getAlertId(),
                        times.print(alert.getStartsAt()),
                        what(alert, times)));
        return table;
    }

    /** What nobody knows any more stands first, so that no terminal cuts it away. */
    private static String what(Alert alert, Times times) {
        String summary = times.sentence(alert.getSummary());
        return alert.getUnknownSince() == null ? summary : "unknown since " + alert.getUnknownSince() + "; " + summary;
    }
}

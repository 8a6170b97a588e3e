package io.rollouthub.hub.view;

import io.rollouthub.jsonl.IsoTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The final state as tables for people. */
public final class SummaryText {
    private SummaryText() {}

    /**
     * The text, ending in a line feed.
     *
     * @param clock the hub's clock, null if it has none yet
     * @param rejected in the order in which they are to be shown
     */
    public static String write(ReadModel model, @Nullable Instant clock, List<Rejected> rejected) {
        StringBuilder text = new StringBuilder();
        section(text, "Clusters" + (clock == null ? "" : " at " + IsoTime.print(clock)), ResultTables.clusters(model));
        section(text, "Milestones", ResultTables.milestones(model));
        section(text, "Open alerts", ResultTables.alerts(model));
        section(text, "Rejected", ResultTables.rejected(rejected));
        return text.isEmpty() ? nothing(clock) : text.toString();
    }

    private static String nothing(@Nullable Instant clock) {
        return "Nothing has been reported" + (clock == null ? "" : " by " + IsoTime.print(clock)) + "."
                + System.lineSeparator();
    }

    private static void section(StringBuilder text, String title, TextTable table) {
        if (!table.isEmpty()) {
            text.append(text.isEmpty() ? "" : System.lineSeparator())
                    .append(title)
                    .append(System.lineSeparator())
                    .append(table);
        }
    }
}

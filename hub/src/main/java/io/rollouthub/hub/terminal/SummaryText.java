package io.rollouthub.hub.terminal;

import io.rollouthub.hub.terminal.Look.Tone;
import io.rollouthub.jsonl.IsoTime;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.rejected.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
    public static String write(ReadModel model, @Nullable Instant clock, List<Rejected> rejected, Look look) {
        List<String> sections = Stream.of(
                        section(
                                "Clusters" + (clock == null ? "" : " at " + IsoTime.print(clock)),
                                ResultTables.clusters(model),
                                look),
                        section("Milestones", ResultTables.milestones(model), look),
                        section("Open alerts", ResultTables.alerts(model), look),
                        section("Rejected", ResultTables.rejected(rejected), look))
                .filter(section -> !section.isEmpty())
                .toList();
        return sections.isEmpty() ? nothing(clock) : String.join(System.lineSeparator(), sections);
    }

    private static String nothing(@Nullable Instant clock) {
        return "Nothing has been reported" + (clock == null ? "" : " by " + IsoTime.print(clock)) + "."
                + System.lineSeparator();
    }

    private static String section(String title, TextTable table, Look look) {
        return table.isEmpty() ? "" : look.paint(title, Tone.HEADING) + System.lineSeparator() + table.text(look);
    }
}

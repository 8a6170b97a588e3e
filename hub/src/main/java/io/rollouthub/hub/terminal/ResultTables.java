package io.rollouthub.hub.terminal;

import io.rollouthub.explain.JournalStories.AcceptedReport;
import io.rollouthub.hub.terminal.Look.Tone;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.reader.CumulativeRate;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.report.SupplierKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Results as tables for people, a row each. */
public final class ResultTables {
    private ResultTables() {}

    /**
     * The final state as tables for people, ending in a line feed.
     *
     * @param clock the hub's clock, null if it has none yet
     * @param rejected in the order in which they are to be shown
     */
    public static String summary(ReadModel model, @Nullable Instant clock, List<Rejected> rejected, Look look) {
        Times times = look.times(model);
        List<String> sections = Stream.of(
                        section(
                                "Clusters" + (clock == null ? "" : " at " + times.print(clock)),
                                ClusterTable.of(model),
                                look),
                        section("Milestones", MilestoneTable.of(model), look),
                        section("Open alerts", AlertTable.of(model, times), look),
                        section("Reports that replace a report that has not come", replacing(model), look),
                        section("Rejected", rejected(rejected), look))
                .filter(section -> !section.isEmpty())
                .toList();
        return sections.isEmpty() ? nothing(clock, times) : String.join(System.lineSeparator(), sections);
    }

    private static String nothing(@Nullable Instant clock, Times times) {
        return "Nothing has been reported" + (clock == null ? "" : " by " + times.print(clock)) + "."
                + System.lineSeparator();
    }

    private static String section(String title, TextTable table, Look look) {
        return table.isEmpty() ? "" : look.paint(title, Tone.HEADING) + System.lineSeparator() + table.text(look);
    }

    /** The suppliers that have sent such reports; it tells of a mistyped id, or of a report that is still on its way. */
    private static TextTable replacing(ReadModel model) {
        TextTable table = new TextTable("supplier", "reports");
        for (SupplierStatus supplier : model.suppliers().values()) {
            if (supplier.getReplacesUnknown() != 0) {
                table.tonedRow(
                        Tone.WARNING,
                        new SupplierKey(supplier.getCluster(), supplier.getSupplier()),
                        supplier.getReplacesUnknown());
            }
        }
        return table;
    }

    /** Which reports those are, what they are on, and what they name; with a blank line before. */
    public static String corrections(List<AcceptedReport> corrections, Look look) {
        TextTable table = new TextTable("report", "on", "corrects");
        for (AcceptedReport one : corrections) {
            ReportedEvent report = one.report();
            table.tonedRow(Tone.WARNING, report.cause(), report.key().name(), report.replaces());
        }
        return table.isEmpty()
                ? ""
                : System.lineSeparator() + section("Corrections of what was never reported", table, look);
    }

    private static TextTable rejected(List<Rejected> rejected) {
        TextTable table = new TextTable("supplier", "event", "reason", "detail");
        for (Rejected one : rejected) {
            table.row(
                    one.supplier(),
                    one.eventId(),
                    one.why().refusal().reason(),
                    one.why().refusal().detail());
        }
        return table;
    }

    /** The whole of each cluster and month; what suppliers and releases have in it is left to machines. */
    public static TextTable rates(ReadModel model) {
        TextTable table = new TextTable("cluster", "month", "go-lives", "in all", "planned", "in all", "due", "in all");
        for (CumulativeRate month : CumulativeRate.of(model.rates())) {
            DeliveryRate rate = month.rate();
            table.row(
                    rate.getCluster(),
                    rate.getMonth(),
                    rate.getGoLives(),
                    month.goLives(),
                    rate.getPlanned(),
                    month.planned(),
                    rate.getDue(),
                    month.due());
        }
        return table;
    }
}

package io.rollouthub.domain.fact;

import io.rollouthub.report.FactKey;
import io.rollouthub.report.ReportedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All accepted reports on one thing, whatever the order in which they came (semantics 4); folded once, when first asked for. */
public final class History {
    private final FactKey key;
    private final List<ReportedEvent> reports;
    private @Nullable List<ReportedEvent> standing;
    private @Nullable Fact fact;

    /** @param reports in report order */
    public History(FactKey key, List<ReportedEvent> reports) {
        this.key = key;
        this.reports = List.copyOf(reports);
    }

    public FactKey key() {
        return key;
    }

    /** In report order. */
    public List<ReportedEvent> reports() {
        return reports;
    }

    /** This history with one report more. */
    public History with(ReportedEvent report) {
        List<ReportedEvent> all = new ArrayList<>(reports);
        int place = Collections.binarySearch(all, report);
        all.add(place < 0 ? -place - 1 : place, report);
        return new History(key, all);
    }

    /** This history as if one of its reports had not come. */
    public History without(ReportedEvent report) {
        return new History(
                key,
                reports.stream()
                        .filter(other -> !other.cause().equals(report.cause()))
                        .toList());
    }

    /** The reports that no report of the same supplier replaces. */
    public List<ReportedEvent> standing() {
        if (standing == null) {
            standing = unreplaced();
        }
        return standing;
    }

    private List<ReportedEvent> unreplaced() {
        Set<String> replaced = new HashSet<>();
        for (ReportedEvent report : reports) {
            String cause = report.replacedCause();
            if (cause != null) {
                replaced.add(cause);
            }
        }
        return replaced.isEmpty()
                ? reports
                : reports.stream()
                        .filter(report -> !replaced.contains(report.cause()))
                        .toList();
    }

    /** The report of an event, or null. */
    @Nullable
    ReportedEvent named(String supplier, String eventId) {
        for (ReportedEvent report : reports) {
            if (report.eventId().equals(eventId) && report.supplier().equals(supplier)) {
                return report;
            }
        }
        return null;
    }

    /** Whether a report that comes names in {@code replaces} what no report of its supplier's is called yet; itself counts. */
    public boolean lacksReplacedBy(ReportedEvent report) {
        String replaces = report.replaces();
        return replaces != null && !replaces.equals(report.eventId()) && named(report.supplier(), replaces) == null;
    }

    /** The reports that replace one of their supplier's that is not here, or not yet. */
    public List<ReportedEvent> replacingUnknown() {
        if (reports.stream().allMatch(report -> report.replaces() == null)) {
            return List.of();
        }
        Set<String> known = new HashSet<>();
        reports.forEach(report -> known.add(report.cause()));
        return reports.stream()
                .filter(report -> {
                    String cause = report.replacedCause();
                    return cause != null && !known.contains(cause);
                })
                .toList();
    }

    /** What they add up to; not of a contract. */
    public Fact fold() {
        if (fact == null) {
            Folding folding = new Folding();
            standing().forEach(folding::add);
            fact = folding.done();
        }
        return fact;
    }

    /** What they add up to, of a contract; null if no report stands. */
    public io.rollouthub.output.@Nullable Contract foldContract() {
        return ContractFolding.fold(key, standing());
    }
}

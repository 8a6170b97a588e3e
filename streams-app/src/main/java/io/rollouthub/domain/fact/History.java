package io.rollouthub.domain.fact;

import io.rollouthub.report.FactKey;
import io.rollouthub.report.ReportedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All accepted reports on one thing, whatever the order in which they came (semantics 4).
 *
 * @param reports in report order
 */
public record History(FactKey key, List<ReportedEvent> reports) {

    /** This history with one report more. */
    public History with(ReportedEvent report) {
        List<ReportedEvent> all = new ArrayList<>(reports);
        int place = Collections.binarySearch(all, report);
        all.add(place < 0 ? -place - 1 : place, report);
        return new History(key, all);
    }

    /** The reports that no report of the same supplier replaces. */
    public List<ReportedEvent> standing() {
        Set<String> replaced = new HashSet<>();
        for (ReportedEvent report : reports) {
            if (report.replaces() != null) {
                replaced.add(report.supplier() + "/" + report.replaces());
            }
        }
        return reports.stream()
                .filter(report -> !replaced.contains(report.cause()))
                .toList();
    }

    /** How many reports of a supplier replace one that is not here, or not yet. */
    public int replacesUnknown(String supplier) {
        Set<String> own = new HashSet<>();
        reports.forEach(report -> own.add(report.cause()));
        return (int) reports.stream()
                .filter(report -> report.supplier().equals(supplier) && report.replaces() != null)
                .filter(report -> !own.contains(supplier + "/" + report.replaces()))
                .count();
    }

    /** What they add up to; not of a contract. */
    public Fact fold() {
        Folding folding = new Folding();
        standing().forEach(folding::add);
        return folding.done();
    }

    /** What they add up to, of a contract; null if no report stands. */
    public io.rollouthub.output.@Nullable Contract foldContract() {
        return ContractFolding.fold(key, standing());
    }
}

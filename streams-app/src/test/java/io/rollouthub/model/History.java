package io.rollouthub.model;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** §4: which events of one key are folded, and in which order. */
final class History {

    /** §4: sorted by (reportedAt, supplier, eventId); identifiers are ASCII, so Java's order is by code point. */
    private static final Comparator<Report> REPORT_ORDER = Comparator.comparing(Report::reportedAt)
            .thenComparing(Report::supplier)
            .thenComparing(Report::eventId);

    private record Named(String supplier, String eventId) {}

    private History() {}

    /** The events to fold, of a key's accepted events in any order. */
    static List<Report> folded(List<Report> accepted) {
        // §4: an event named by `replaces` of any event of the same supplier and key is left out, whichever came
        // first and whatever becomes of the replacing event; one that names itself is left out.
        Set<Named> replaced = new HashSet<>();
        for (Report report : accepted) {
            if (report.replaces() != null) {
                replaced.add(new Named(report.supplier(), report.replaces()));
            }
        }
        return accepted.stream()
                .filter(report -> !replaced.contains(new Named(report.supplier(), report.eventId())))
                .sorted(REPORT_ORDER)
                .toList();
    }
}

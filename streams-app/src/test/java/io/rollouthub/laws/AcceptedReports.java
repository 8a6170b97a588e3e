package io.rollouthub.laws;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.ClusterStatus;
import java.util.ArrayList;
import java.util.List;

/** A journal's reports that its ledger accepted: neither repeated nor refused. */
final class AcceptedReports {
    private AcceptedReports() {}

    static List<JournalEntry> of(List<JournalEntry> journal) {
        Recording ledger = new Recording();
        List<JournalEntry> accepted = new ArrayList<>();
        long before = 0;
        for (JournalEntry entry : journal) {
            ledger.apply(entry);
            long now = ledger.clusters.values().stream()
                    .mapToLong(ClusterStatus::getAccepted)
                    .sum();
            if (now > before) {
                accepted.add(entry);
            }
            before = now;
        }
        return accepted;
    }
}

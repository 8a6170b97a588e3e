package io.rollouthub.laws;

import io.rollouthub.domain.fact.Histories;
import io.rollouthub.domain.fact.Histories.Verdict;
import io.rollouthub.domain.fact.History;
import io.rollouthub.domain.store.MemoryTable;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.report.ReportedEvent;
import java.util.ArrayList;
import java.util.List;

/** A journal's reports that a ledger accepts: neither repeated nor refused, which the histories alone decide. */
final class AcceptedReports {
    private AcceptedReports() {}

    static List<JournalEntry> of(List<JournalEntry> journal) {
        Histories histories = new Histories(new MemoryTable<>());
        List<JournalEntry> accepted = new ArrayList<>();
        for (JournalEntry entry : journal) {
            ReportedEvent report = Entry.of(entry).report();
            if (report != null) {
                History before = histories.of(report.key());
                if (histories.judge(report, before) == Verdict.ACCEPTED) {
                    histories.keep(report, entry, before.with(report));
                    accepted.add(entry);
                }
            }
        }
        return accepted;
    }
}

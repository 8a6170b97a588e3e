package io.rollouthub.laws;

import io.rollouthub.domain.ledger.Ledger;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.report.ReportedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A journal's reports that a ledger accepts, neither repeated nor refused: it keeps them. */
final class AcceptedReports {
    private AcceptedReports() {}

    static List<JournalEntry> of(List<JournalEntry> journal) {
        Tables tables = Tables.inMemory();
        Ledger ledger = new Ledger(tables);
        List<JournalEntry> accepted = new ArrayList<>();
        for (JournalEntry entry : journal) {
            ReportedEvent report = Entry.of(entry).report();
            boolean isNew = report != null && !isKept(report, tables);
            ledger.apply(Entry.of(entry));
            if (isNew && isKept(Objects.requireNonNull(report), tables)) {
                accepted.add(entry);
            }
        }
        return accepted;
    }

    private static boolean isKept(ReportedEvent report, Tables tables) {
        return tables.reports().get(report.key() + "/" + report.cause()) != null;
    }
}

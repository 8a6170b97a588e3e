package io.rollouthub.domain.fact;

import io.rollouthub.domain.store.Content;
import io.rollouthub.domain.store.Table;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.ReportedEvent;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The reports on everything, one table entry each. */
public final class Histories {
    /** No thing may have more reports than this. */
    static final int MOST_REPORTS = 1_000;

    /** So many reports are held, with texts of thousands of characters each, however long the histories are. */
    private static final int MOST_RECENT = 16_384;

    private final Table<JournalEntry> reports;
    /** Those used last, so that a thing's reports are read once for many. */
    private final Map<FactKey, History> recent = new LinkedHashMap<>(16, 0.75f, true);

    private int held;

    public Histories(Table<JournalEntry> reports) {
        this.reports = reports;
    }

    /** What becomes of a report. */
    public enum Admission {
        ACCEPTED,
        /** An identical repeat: dropped and counted. */
        REPEATED,
        /** The same key, supplier and eventId with other content. */
        DUPLICATE_ID,
        TOO_MANY_REVISIONS,
        /** On a commitment of another supplier's, who has not let this one. */
        NOT_OWNER,
        /** The first on a thing, by a supplier that has opened as many as it may. */
        TOO_MANY_FACTS
    }

    /** All accepted reports on a thing. */
    public History of(FactKey key) {
        History known = recent.get(key);
        if (known == null) {
            known = read(key);
            hold(known);
        }
        return known;
    }

    private void hold(History history) {
        held += weight(history);
        History before = recent.put(history.key(), history);
        held -= before == null ? 0 : weight(before);
        for (Iterator<History> eldest = recent.values().iterator(); held > MOST_RECENT; eldest.remove()) {
            held -= weight(eldest.next());
        }
    }

    /** Of things without a report there are not any number either. */
    private static int weight(History history) {
        return 1 + history.reports().size();
    }

    private History read(FactKey key) {
        return new History(
                key,
                reports.under(key.path()).stream()
                        .map(entry -> Entry.reportOn(key, entry.getValue()))
                        .sorted()
                        .toList());
    }

    /** Judges a report against the history of its thing so far. */
    public Admission judge(ReportedEvent report, History before) {
        ReportedEvent first = before.named(report.supplier(), report.eventId());
        if (first != null) {
            return Content.same(first.event(), report.event()) ? Admission.REPEATED : Admission.DUPLICATE_ID;
        }
        return before.reports().size() < MOST_REPORTS ? Admission.ACCEPTED : Admission.TOO_MANY_REVISIONS;
    }

    /**
     * Keeps an accepted report.
     *
     * @param after the history of its thing with it
     */
    public void keep(ReportedEvent report, JournalEntry entry, History after) {
        reports.put(report.place(), entry);
        hold(after);
    }
}

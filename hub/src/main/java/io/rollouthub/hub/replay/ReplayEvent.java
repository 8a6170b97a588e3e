package io.rollouthub.hub.replay;

import io.rollouthub.entry.Entry;
import io.rollouthub.entry.Entry.ReportEntry;
import io.rollouthub.reader.journal.ReplayLine;
import io.rollouthub.reader.journal.ReplayLine.ProgrammeLine;
import io.rollouthub.reader.journal.ReplayLine.ReportLine;
import io.rollouthub.reader.journal.ReplayLine.TickLine;
import io.rollouthub.report.ReportedEvent;
import java.time.Instant;

/**
 * A report of a replayed file; or, of an exported journal, a programme or a tick.
 *
 * @param supplier whose topic it goes to; empty for a programme or tick, which goes to the control topic
 */
record ReplayEvent(Entry entry, String supplier) {

    static ReplayEvent of(ReplayLine line) {
        if (line instanceof TickLine tick) {
            return new ReplayEvent(new Entry.TickEntry(tick.acceptedAt()), "");
        }
        return line instanceof ProgrammeLine adoption
                ? new ReplayEvent(new Entry.ProgrammeEntry(adoption.programme(), adoption.acceptedAt()), "")
                : of((ReportLine) line);
    }

    private static ReplayEvent of(ReportLine line) {
        ReportedEvent report = line.report();
        Instant acceptedAt = line.acceptedAt() == null ? report.reportedAt() : line.acceptedAt();
        return new ReplayEvent(
                new ReportEntry(report, acceptedAt, null), line.topic() == null ? report.supplier() : line.topic());
    }

    /** When the hub took it. */
    Instant acceptedAt() {
        return entry.acceptedAt();
    }

    boolean isTick() {
        return entry.isTick();
    }
}

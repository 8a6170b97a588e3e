package io.rollouthub.reader.journal;

import io.rollouthub.programme.Programme;
import io.rollouthub.report.ReportedEvent;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What one line of a file to be replayed holds: a report, or, of an exported journal, a tick, a programme or what the file is. */
public sealed interface ReplayLine {

    /**
     * A report, not yet judged by the gate's checks.
     *
     * @param topic the supplier whose topic it goes to; null: its own
     * @param acceptedAt when the hub took it; null: when it was reported
     * @param place where it stood on its supplier's topic, in an exported journal; else null
     */
    record ReportLine(
            long lineNumber,
            ReportedEvent report,
            @Nullable String topic,
            @Nullable Instant acceptedAt,
            @Nullable Place place)
            implements ReplayLine {

        public SpecificRecord event() {
            return report.event();
        }
    }

    record Place(int partition, long offset) {}

    /** Time has reached an instant. */
    record TickLine(long lineNumber, Instant acceptedAt) implements ReplayLine {}

    /** A programme is in force from an instant on. */
    record ProgrammeLine(long lineNumber, Instant acceptedAt, Programme programme) implements ReplayLine {}

    /** The file is an exported journal: its entries have been judged; on its first line alone. */
    record JournalLine(long lineNumber) implements ReplayLine {}

    /** Its place in the file, from 1, blank lines counted. */
    long lineNumber();
}

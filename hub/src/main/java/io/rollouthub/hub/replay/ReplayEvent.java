package io.rollouthub.hub.replay;

import io.rollouthub.journal.Tick;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.journal.ReplayLine.ProgrammeLine;
import io.rollouthub.reader.journal.ReplayLine.ReportLine;
import io.rollouthub.reader.journal.ReplayLine.TickLine;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.topic.Topics;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event of a replayed file; or, of an exported journal, a programme or a tick.
 *
 * @param supplier whose topic it goes to; empty for a programme or tick, which goes to the control topic
 * @param acceptedAt when the hub took it
 */
record ReplayEvent(SpecificRecord event, String supplier, Instant acceptedAt) {

    static ReplayEvent of(ReportLine line) {
        ReportedEvent reported = line.report();
        return new ReplayEvent(
                reported.event(),
                line.topic() == null ? reported.supplier() : line.topic(),
                line.acceptedAt() == null ? reported.reportedAt() : line.acceptedAt());
    }

    /** A programme that comes into force in the middle of an exported journal. */
    static ReplayEvent of(ProgrammeLine line) {
        return new ReplayEvent(line.programme(), "", line.acceptedAt());
    }

    static ReplayEvent of(TickLine line) {
        return new ReplayEvent(new Tick(), "", line.acceptedAt());
    }

    boolean isTick() {
        return event instanceof Tick;
    }

    /** The key of its record; a tick's is the writer's. */
    String key() {
        return event instanceof Programme
                ? Topics.PROGRAMME_KEY
                : ReportedEvent.of(event).cluster();
    }
}

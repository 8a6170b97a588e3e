package io.rollouthub.hub.replay;

import io.rollouthub.check.ReportedEvent;
import io.rollouthub.jsonl.LineEvent;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event of a replayed file.
 *
 * @param supplier whose topic it goes to
 * @param acceptedAt when the hub took it
 */
record ReplayEvent(SpecificRecord event, String supplier, Instant acceptedAt) {

    static ReplayEvent of(LineEvent line) {
        ReportedEvent reported = ReportedEvent.of(line.event());
        return new ReplayEvent(
                line.event(),
                line.topic() == null ? reported.supplier() : line.topic(),
                line.acceptedAt() == null ? reported.reportedAt() : line.acceptedAt());
    }

    String cluster() {
        return ReportedEvent.of(event).cluster();
    }
}

package io.rollouthub.check;

import io.rollouthub.report.ReportedEvent;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** An event, the supplier on whose topic it reached the hub, and when the hub's Kafka took it. */
record Submission(ReportedEvent report, String topicSupplier, Instant acceptedAt) {

    SpecificRecord event() {
        return report.event();
    }
}

package io.rollouthub.check;

import io.rollouthub.report.ReportedEvent;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event as it reached the hub.
 *
 * @param topicSupplier the supplier whose topic it came on
 * @param acceptedAt when the hub's Kafka took it
 */
record Submission(ReportedEvent report, String topicSupplier, Instant acceptedAt) {

    SpecificRecord event() {
        return report.event();
    }
}

package io.rollouthub.bench.mix;

import io.rollouthub.report.ReportedEvent;
import org.apache.avro.specific.SpecificRecord;

/** One report, and where it belongs among the others: 0 is the first to arrive, 1 the last. */
public record Sent(double arrival, ReportedEvent report) {
    static Sent of(double arrival, SpecificRecord event) {
        return new Sent(arrival, ReportedEvent.of(event));
    }

    public SpecificRecord event() {
        return report.event();
    }

    public String supplier() {
        return report.supplier();
    }

    public String cluster() {
        return report.cluster();
    }
}

package io.rollouthub.producer;

import io.rollouthub.programme.Cluster;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programme.Thresholds;
import java.time.Instant;
import java.util.List;

/** The programme that the tests report on. */
final class Npfit {
    static final Instant NOW = Instant.parse("2006-10-31T12:00:00Z");

    private Npfit() {}

    static Programme programmeFor(String supplier, String... clusters) {
        return new Programme(
                "npfit",
                "NHS National Programme for IT",
                "Europe/London",
                List.of(new Cluster("london", "London"), new Cluster("south", "Southern")),
                List.of(new Supplier(supplier, supplier, List.of(clusters))),
                new Thresholds(0.2, 30, 3, 35));
    }
}

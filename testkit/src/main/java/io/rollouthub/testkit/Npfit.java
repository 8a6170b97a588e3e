package io.rollouthub.testkit;

import io.rollouthub.programme.Cluster;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programme.Thresholds;
import java.time.Instant;
import java.util.List;

/** The real programme of the examples, as a record. */
public final class Npfit {
    public static final Instant NOW = Instant.parse("2006-10-31T12:00:00Z");

    public static final Programme PROGRAMME = programme(
            new Supplier("bt", "BT", List.of("london")), new Supplier("fujitsu", "Fujitsu", List.of("south")));

    private Npfit() {}

    /** The same with one supplier alone. */
    public static Programme programmeFor(String supplier, String... clusters) {
        return programme(new Supplier(supplier, supplier, List.of(clusters)));
    }

    /** The same with other suppliers. */
    public static Programme programme(Supplier... suppliers) {
        return new Programme(
                "npfit",
                "NHS National Programme for IT",
                "Europe/London",
                List.of(new Cluster("london", "London"), new Cluster("south", "Southern")),
                List.of(suppliers),
                new Thresholds(0.2, null, 30, 3, 35));
    }
}

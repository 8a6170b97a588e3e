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
            Supplier.newBuilder()
                    .setSupplier("bt")
                    .setName("BT")
                    .setClusters(List.of("london"))
                    .build(),
            Supplier.newBuilder()
                    .setSupplier("fujitsu")
                    .setName("Fujitsu")
                    .setClusters(List.of("south"))
                    .build());

    private Npfit() {}

    /** The same with one supplier alone. */
    public static Programme programmeFor(String supplier, String... clusters) {
        return programme(Supplier.newBuilder()
                .setSupplier(supplier)
                .setName(supplier)
                .setClusters(List.of(clusters))
                .build());
    }

    /** The same with other suppliers. */
    public static Programme programme(Supplier... suppliers) {
        return Programme.newBuilder()
                .setProgramme("npfit")
                .setName("NHS National Programme for IT")
                .setZone("Europe/London")
                .setClusters(List.of(new Cluster("london", "London"), new Cluster("south", "Southern")))
                .setSuppliers(List.of(suppliers))
                .setThresholds(new Thresholds(0.2, null, 30, 3, 35))
                .build();
    }
}

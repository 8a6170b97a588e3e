package io.rollouthub.model;

import io.rollouthub.programme.Cluster;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programme.Thresholds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes programmes: the first, and those that change its thresholds, its suppliers, or (in vain) its zone. */
record ProgrammeMaker(Mood mood, Names names, Chance chance) {
    /**
     * Of all kinds: no offset changes, at 01:00 or 02:00 and back, no midnight, half an hour, a day too few, seconds, a
     * midnight that comes twice, and back over midnight.
     */
    static final List<String> ZONES = List.of(
            "UTC",
            "Europe/London",
            "America/Santiago",
            "Asia/Beirut",
            "America/Sao_Paulo",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "+05:17:23",
            "America/Havana",
            "Atlantic/Azores",
            "America/St_Johns");

    Programme first() {
        return programme(chance.pick(ZONES), true);
    }

    Programme changed(Programme before) {
        if (chance.percent(20)) {
            List<String> others = ZONES.stream()
                    .filter(zone -> !zone.equals(before.getZone()))
                    .toList();
            return programme(chance.pick(others), true); // refused as a whole
        } else if (chance.percent(15)) {
            Programme whole = programme(before.getZone(), true);
            return broken(whole); // passed over whole
        } else if (chance.percent(50)) {
            return programme(before.getZone(), chance.percent(40));
        }
        return Programme.newBuilder(before).setThresholds(thresholds()).build();
    }

    /** Mostly, a supplier may report on most clusters; a programme that is not whole leaves some out. */
    private Programme programme(String zone, boolean whole) {
        List<String> clusters = whole
                ? names.clusters()
                : chance.some(chance.between(1, names.clusters().size()), names.clusters());
        List<String> suppliers = whole
                ? names.suppliers()
                : chance.some(chance.between(1, names.suppliers().size()), names.suppliers());
        return Programme.newBuilder()
                .setProgramme("random")
                .setName("Random")
                .setZone(zone)
                .setClusters(clusters.stream()
                        .map(cluster -> new Cluster(cluster, cluster))
                        .toList())
                .setSuppliers(suppliers.stream()
                        .map(supplier -> supplier(supplier, clusters, suppliers))
                        .toList())
                .setThresholds(thresholds())
                .setMaxFacts(chance.percent(85) ? 100_000 : chance.between(1, 30))
                .setFormat(chance.percent(85) ? 2 : 1)
                .build();
    }

    /** Half of them let some others report on their commitments. */
    private Supplier supplier(String name, List<String> clusters, List<String> suppliers) {
        List<String> others =
                suppliers.stream().filter(other -> !other.equals(name)).toList();
        return Supplier.newBuilder()
                .setSupplier(name)
                .setName(name)
                .setClusters(allowed(clusters))
                .setMayBeReportedBy(
                        chance.percent(50) ? List.of() : chance.some(chance.between(0, others.size()), others))
                .build();
    }

    private List<String> allowed(List<String> clusters) {
        return chance.percent(75) ? clusters : chance.some(chance.between(1, clusters.size()), clusters);
    }

    private Thresholds thresholds() {
        double below = chance.percent(20) ? chance.pick(0.0, 0.20, 0.50, 0.999) : chance.fraction();
        int mostSilent = mood == Mood.SILENCE ? 15 : 60;
        return new Thresholds(
                below, clear(below), chance.between(1, 60), chance.between(1, 5), chance.between(1, mostSilent));
    }

    /** From at-risk-below to 1; half the time left out. */
    private @Nullable Double clear(double below) {
        return switch (chance.weighted(50, 30, 10, 10)) {
            case 0 -> null;
            case 1 -> below + chance.fraction() * (1 - below);
            case 2 -> below;
            default -> 1.0;
        };
    }

    /** Something in it is out of its range. */
    private Programme broken(Programme good) {
        Programme.Builder broken = Programme.newBuilder(good);
        if (chance.percent(15)) {
            return broken.setMaxFacts(chance.between(-1, 0)).build();
        } else if (chance.percent(15)) {
            Supplier first = Supplier.newBuilder(good.getSuppliers().get(0))
                    .setMayBeReportedBy(List.of("nobody"))
                    .build();
            return broken.setSuppliers(List.of(first)).build();
        }
        return broken.setThresholds(broken(good.getThresholds())).build();
    }

    /** One of them out of its range. */
    private Thresholds broken(Thresholds good) {
        Thresholds.Builder broken = Thresholds.newBuilder(good);
        switch (chance.between(0, 6)) {
            case 0 -> broken.setAtRiskBelow(1.0).setAtRiskClear(chance.percent(50) ? null : Double.valueOf(1));
            case 1 -> broken.setAtRiskBelow(-0.01);
            case 2 -> broken.setAtRiskBelow(0.30).setAtRiskClear(0.29);
            case 3 -> broken.setAtRiskClear(1.01);
            case 4 -> broken.setSlipDays(chance.between(-1, 0));
            case 5 -> broken.setSlipCount(0);
            default -> broken.setSilentAfterDays(chance.between(-1, 0));
        }
        return broken.build();
    }
}

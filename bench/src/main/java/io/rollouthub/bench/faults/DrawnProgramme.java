package io.rollouthub.bench.faults;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A programme as chance has it: clusters, which of them each of four suppliers may report on, and thresholds. A fifth supplier may
 * report on all of them; its topic is deleted now and then.
 */
record DrawnProgramme(ZoneId zone, List<String> clusters, Map<String, List<String>> suppliers, String thresholds) {
    /** The one whose topic is deleted. */
    static final String LUCKLESS = "luckless";

    private static final int SUPPLIERS = 4;

    static DrawnProgramme draw(Random random, ZoneId zone) {
        List<String> clusters = IntStream.range(0, 3 + random.nextInt(6))
                .mapToObj(number -> "c-" + number)
                .toList();
        Map<String, List<String>> suppliers = new LinkedHashMap<>();
        for (int number = 0; number < SUPPLIERS; number++) {
            int own = number;
            suppliers.put(
                    "s-" + number,
                    IntStream.range(0, clusters.size())
                            .filter(cluster -> cluster % SUPPLIERS == own || random.nextInt(3) == 0)
                            .mapToObj(clusters::get)
                            .collect(Collectors.toCollection(ArrayList::new)));
        }
        suppliers.values().stream().filter(List::isEmpty).forEach(none -> none.add(clusters.get(0)));
        return new DrawnProgramme(
                zone,
                clusters,
                suppliers,
                "at-risk-below: 0." + (1 + random.nextInt(8)) + ", slip-days: " + (5 + random.nextInt(60))
                        + ", slip-count: " + (1 + random.nextInt(4)) + ", silent-after-days: "
                        + (1 + random.nextInt(40)));
    }

    /** A supplier that may report on a cluster, if there is one but for some. */
    Optional<String> supplierOf(String cluster, Set<String> butFor) {
        return suppliers.entrySet().stream()
                .filter(supplier -> supplier.getValue().contains(cluster) && !butFor.contains(supplier.getKey()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** As {@code programme.yaml} has it. */
    String yaml() {
        String names = clusters.stream().map(id -> id + ": Cluster " + id).collect(Collectors.joining(", "));
        Map<String, List<String>> all = new LinkedHashMap<>(suppliers);
        all.put(LUCKLESS, clusters);
        String lines = all.entrySet().stream()
                .map(supplier -> "  %s: { name: Supplier %s, clusters: [%s] }%n"
                        .formatted(supplier.getKey(), supplier.getKey(), String.join(", ", supplier.getValue())))
                .collect(Collectors.joining());
        return """
                programme: faults
                name: A campaign of faults
                zone: %s
                clusters: { %s }
                suppliers:
                %sthresholds: { %s }
                """.formatted(zone, names, lines, thresholds);
    }
}

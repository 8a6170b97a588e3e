package io.rollouthub.bench.mix;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The programme that the mix is about: fifty clusters, four suppliers, two of whom report on each cluster. */
public final class MixProgramme {
    static final int CLUSTERS = 50;
    static final int SUPPLIERS = 4;

    /** Their midnights are so far apart that one of them has none for hours. */
    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("Europe/London"), ZoneId.of("America/Los_Angeles"), ZoneId.of("Asia/Tokyo"));

    private static final Duration FAR = Duration.ofHours(4);

    private MixProgramme() {}

    /** A zone in which no day ends for hours, so that a bench meets no daily review. */
    public static ZoneId zone(Instant now) {
        return ZONES.stream()
                .filter(zone -> now.atZone(zone)
                        .toLocalDate()
                        .equals(now.plus(FAR).atZone(zone).toLocalDate()))
                .findFirst()
                .orElseThrow();
    }

    static String cluster(int number) {
        return "c-" + number;
    }

    static String supplier(int number) {
        return "supplier-" + number % SUPPLIERS;
    }

    public static List<String> suppliers() {
        return IntStream.range(0, SUPPLIERS).mapToObj(MixProgramme::supplier).toList();
    }

    /** As {@code programme.yaml} has it. */
    public static String yaml(ZoneId zone) {
        String clusters = IntStream.range(0, CLUSTERS)
                .mapToObj(number -> cluster(number) + ": Cluster " + number)
                .collect(Collectors.joining(", "));
        String suppliers = IntStream.range(0, SUPPLIERS)
                .mapToObj(MixProgramme::supplierLine)
                .collect(Collectors.joining());
        return """
                programme: bench
                name: Bench
                zone: %s
                clusters: { %s }
                suppliers:
                %s""".formatted(zone, clusters, suppliers);
    }

    private static String supplierLine(int number) {
        String own = IntStream.range(0, CLUSTERS)
                .filter(cluster -> cluster % SUPPLIERS == number || (cluster + 1) % SUPPLIERS == number)
                .mapToObj(MixProgramme::cluster)
                .collect(Collectors.joining(", "));
        return "  %s: { name: Supplier %d, clusters: [%s] }%n".formatted(supplier(number), number, own);
    }
}

package io.rollouthub.bench.mix;

import io.rollouthub.programme.Programme;
import io.rollouthub.programmefile.ProgrammeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The programme that the mix is about: fifty clusters, four suppliers, two of whom report on each cluster. */
public final class MixProgramme {
    public static final int CLUSTERS = 50;
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

    /** On which a supplier may report; on each of them one of the others may as well. */
    public static List<String> clustersOf(String supplier) {
        return IntStream.range(0, CLUSTERS)
                .filter(cluster -> supplier(cluster).equals(supplier)
                        || supplier(cluster + 1).equals(supplier))
                .mapToObj(MixProgramme::cluster)
                .toList();
    }

    /** As {@code programme.yaml} has it. */
    public static String yaml(ZoneId zone) {
        return yaml(zone, CLUSTERS);
    }

    private static String yaml(ZoneId zone, int size) {
        String clusters = IntStream.range(0, size)
                .mapToObj(number -> cluster(number) + ": Cluster " + number)
                .collect(Collectors.joining(", "));
        String suppliers = IntStream.range(0, SUPPLIERS)
                .mapToObj(number -> supplierLine(number, size))
                .collect(Collectors.joining());
        return """
                programme: bench
                name: Bench
                zone: %s
                clusters: { %s }
                suppliers:
                %s""".formatted(zone, clusters, suppliers);
    }

    /** The programme, without Kafka, with the fifty clusters or any other number of them. */
    public static Programme of(ZoneId zone, int clusters) {
        try {
            Path file = Files.createTempFile("programme", ".yaml");
            Files.writeString(file, yaml(zone, clusters));
            Programme programme = ProgrammeFile.read(file);
            Files.delete(file);
            return programme;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String supplierLine(int number, int size) {
        String own = IntStream.range(0, size)
                .filter(cluster -> cluster % SUPPLIERS == number || (cluster + 1) % SUPPLIERS == number)
                .mapToObj(MixProgramme::cluster)
                .collect(Collectors.joining(", "));
        return "  %s: { name: Supplier %d, clusters: [%s] }%n".formatted(supplier(number), number, own);
    }
}

package io.rollouthub.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.testkit.Seed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawnReportsTest {
    private static final int REPORTS = 2_000;
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void theSameSeedGivesTheSameProgrammeAndReports(@Seed long seed) {
        assertThat(draw(seed)).isEqualTo(draw(seed));
    }

    @Test
    void everyClusterHasASupplierAndSomeReportsAreRefused(@Seed long seed) {
        DrawnProgramme programme = DrawnProgramme.draw(new Random(seed), ZoneId.of("Europe/London"));

        assertThat(programme.clusters()).allSatisfy(cluster -> assertThat(programme.supplierOf(cluster, Set.of()))
                .isPresent());
        assertThat(draw(seed)).anyMatch(report -> !report.passes()).anyMatch(Publication::passes);
    }

    private static List<Publication> draw(long seed) {
        Random random = new Random(seed);
        DrawnProgramme programme = DrawnProgramme.draw(random, ZoneId.of("Europe/London"));
        DrawnReports reports = new DrawnReports(random, programme.suppliers(), NOW);
        return IntStream.range(0, REPORTS).mapToObj(number -> reports.next()).toList();
    }
}

package io.rollouthub.bench.worst;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.bench.mix.MixProgramme;
import io.rollouthub.check.EventCheck;
import io.rollouthub.domain.ledger.Ledger;
import io.rollouthub.domain.ledger.Result;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.Origin;
import io.rollouthub.programme.Programme;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.testkit.Seed;
import io.rollouthub.topic.SupplierTopics;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** The worst reports are valid ones, and cost. */
class WorstReportsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
    private static final Programme PROGRAMME = MixProgramme.of(MixProgramme.zone(NOW), MixProgramme.CLUSTERS);
    private static final String SUPPLIER = MixProgramme.suppliers().get(0);
    private static final int REPORTS = 6_000;

    @Test
    void neitherTheGateNorTheLedgerHasAnythingAgainstAnyOfThem(@Seed long seed) {
        EventCheck check = new EventCheck(PROGRAMME);
        Ledger ledger = new Ledger(Tables.inMemory());
        ledger.apply(new Entry.ProgrammeEntry(PROGRAMME, NOW));

        for (SpecificRecord event :
                worst(seed, List.of(MixProgramme.clustersOf(SUPPLIER).get(0)))) {
            assertThat(check.check(event, SUPPLIER, NOW)).isNull();
            assertThat(ledger.apply(new Entry.ReportEntry(
                            ReportedEvent.of(event), NOW, new Origin(SupplierTopics.in(SUPPLIER), 0, 0L))))
                    .noneMatch(Result.Rejection.class::isInstance);
        }
    }

    @Test
    void theyComeToAllClustersOfTheirSupplier(@Seed long seed) {
        assertThat(worst(seed, MixProgramme.clustersOf(SUPPLIER)))
                .extracting(event -> ReportedEvent.of(event).cluster())
                .containsAll(MixProgramme.clustersOf(SUPPLIER));
    }

    private static List<SpecificRecord> worst(long seed, List<String> clusters) {
        WorstReports reports = new WorstReports(new Random(seed), SUPPLIER, clusters);
        return Stream.generate(reports::next).limit(REPORTS).toList();
    }
}

package io.rollouthub.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.ledger.Ledger;
import io.rollouthub.domain.ledger.Result;
import io.rollouthub.domain.store.Table;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.entry.Entry;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Tick;
import io.rollouthub.testkit.Npfit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Nothing that is kept or told grows with the input, but up to the bound of a history. */
class BoundedValuesTest {
    private static final int FEW = 4_096;

    /** A history has a thousand reports at most, whose names are of two identifiers of 64 characters. */
    private static final int OF_A_HISTORY = 1_000 * 140 + FEW;

    private static final Instant AT = Instant.parse("2020-03-31T12:00:00Z");

    private final Tables tables = Tables.inMemory();
    private final Ledger ledger = new Ledger(tables);
    private final Map<String, Integer> largest = new TreeMap<>();
    private long offset;

    private void apply(Object content) {
        Origin origin = content instanceof GoLiveEvent ? new Origin("rollout.in.fujitsu", 0, offset++) : null;
        ledger.apply(Entry.of(new JournalEntry(AT, origin, content))).forEach(this::weigh);
    }

    private void weigh(Result result) {
        if (result.value() != null) {
            weigh(result.getClass().getSimpleName(), result.value());
        }
    }

    private void weigh(String what, SpecificRecord value) {
        largest.merge(what, Bytes.of(value).remaining(), Math::max);
    }

    private <V extends SpecificRecord> void weigh(String what, Table<V> table) {
        table.each((key, value) -> weigh("kept " + what, value));
    }

    private Map<String, Integer> largest() {
        ledger.gathered().forEach(this::weigh);
        weigh("clusters", tables.clusters());
        weigh("reports", tables.reports());
        weigh("alerts", tables.alerts());
        weigh("forecasts", tables.forecasts());
        return largest;
    }

    private static GoLiveEvent report(String id, String release, GoLiveStatus status, LocalDate date) {
        return GoLiveEvent.newBuilder()
                .setEventId(id)
                .setReportedAt(AT)
                .setSupplier("fujitsu")
                .setCluster("south")
                .setSite("s")
                .setProduct("p")
                .setRelease(release)
                .setStatus(status)
                .setDate(date)
                .build();
    }

    @Test
    void aMonthOfManyReleasesIsManyRowsAndNoLargeOne() {
        apply(Npfit.PROGRAMME);
        for (int i = 0; i < 10_500; i++) {
            apply(report("e-" + i, "R" + i, GoLiveStatus.LIVE, LocalDate.of(2020, 3, 1 + i % 31)));
        }
        apply(new Tick());
        assertThat(largest())
                .containsKeys("RateRow", "ClusterRow", "kept reports")
                .allSatisfy((what, bytes) -> assertThat(bytes).as(what).isLessThan(FEW));
    }

    @Test
    void aHistoryAtItsBoundMakesValuesOfItsOwnSizeAtMost() {
        apply(Npfit.PROGRAMME);
        String long_ = "x".repeat(58);
        for (int i = 0; i < 1_001; i++) {
            apply(report(
                    long_ + (10_000 + i),
                    "R",
                    GoLiveStatus.PLANNED,
                    LocalDate.of(2020, 4, 1).plusDays(i)));
        }
        apply(new Tick());
        assertThat(largest())
                .containsKeys("AlertRow", "Rejection", "kept alerts")
                .allSatisfy((what, bytes) -> assertThat(bytes).as(what).isLessThan(OF_A_HISTORY));
    }
}

package io.rollouthub.bench.writes;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.bench.mix.Mix;
import io.rollouthub.bench.mix.MixProgramme;
import io.rollouthub.bench.mix.Sent;
import io.rollouthub.domain.ledger.Ledger;
import io.rollouthub.domain.ledger.Result;
import io.rollouthub.domain.ledger.Result.AlertRow;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Tick;
import io.rollouthub.programmefile.ProgrammeFile;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A report of the mix is held to so many records, so that nothing creeps back. */
class RecordsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
    private static final ZoneId ZONE = MixProgramme.zone(NOW);
    private static final int REPORTS = 20_000;

    private final Ledger ledger = new Ledger(Tables.inMemory());
    private int records;

    private void apply(SpecificRecord content, @Nullable Origin origin) {
        count(ledger.apply(Entry.of(new JournalEntry(NOW, origin, content))));
    }

    /** Each result is a record, and of an alert another is in the changelog of its store. */
    private void count(List<Result> results) {
        records += results.size();
        results.forEach(result -> records += result instanceof AlertRow ? 1 : 0);
    }

    /** With the journal's entry and the report in the changelog of its store. */
    private double recordsOfAReport(int round) {
        apply(ProgrammeFile.parse(MixProgramme.yaml(ZONE), "programme.yaml"), null);
        apply(new Tick(), null);
        long offset = 0;
        for (Sent sent : new Mix(REPORTS, Mix.SEED, NOW.atZone(ZONE).toLocalDate()).sent()) {
            apply(sent.event(), new Origin("rollout.in." + sent.supplier(), 0, offset++));
            if (offset % round == 0) {
                count(ledger.round());
            }
        }
        count(ledger.gathered());
        return 2 + (double) records / REPORTS;
    }

    @Test
    void underLoadAReportIsFourRecordsAndItsVerdict() {
        assertThat(recordsOfAReport(4_000)).isLessThan(5.0);
    }

    @Test
    void inSmallRoundsItIsFiveAndItsVerdict() {
        assertThat(recordsOfAReport(400)).isLessThan(6.0);
    }
}

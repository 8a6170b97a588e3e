package io.rollouthub.hub.replay;

import static io.rollouthub.testkit.Npfit.PROGRAMME;
import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.entry.Entry;
import io.rollouthub.entry.Entry.ProgrammeEntry;
import io.rollouthub.entry.Entry.ReportEntry;
import io.rollouthub.entry.Entry.TickEntry;
import io.rollouthub.producer.Reports;
import io.rollouthub.report.ReportedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalCutTest {
    private static final Instant END = Instant.parse("2006-06-02T00:00:00Z");

    private static Entry report(String id, Instant acceptedAt) {
        return new ReportEntry(
                ReportedEvent.of(Reports.on("south")
                        .goLive(id, "p", "r")
                        .planned(id, acceptedAt, LocalDate.of(2006, 7, 1))
                        .by("fujitsu")),
                acceptedAt,
                null);
    }

    @Test
    void whatWasKnownAtAnInstantIsAllBeforeTheFirstTickThereLessWhatWasAcceptedLater() {
        Entry programme = new ProgrammeEntry(PROGRAMME, END.plusSeconds(60));
        Entry before = report("before", END.minusMillis(1));
        Entry at = report("at", END);
        Entry late = report("late", END.minusSeconds(5));
        Entry tick = new TickEntry(END.minusSeconds(10));

        assertThat(JournalCut.before(END, List.of(programme, tick, at, before, new TickEntry(END), late)))
                .containsExactly(programme, tick, before);
        assertThat(JournalCut.before(END, List.of(programme, before, late))).hasSize(3);
    }
}

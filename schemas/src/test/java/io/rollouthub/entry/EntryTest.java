package io.rollouthub.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.event.ReleaseStage;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Tick;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Thresholds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryTest {
    private static final Instant NOON = Instant.parse("2006-07-03T12:00:00Z");

    @Test
    void aReportIsUnderItsClusterWithItsOrigin() {
        ReleaseEvent event = ReleaseEvent.newBuilder()
                .setEventId("r-1")
                .setReportedAt(NOON)
                .setSupplier("bt")
                .setCluster("london")
                .setProduct("millennium")
                .setRelease("R1")
                .setStage(ReleaseStage.PLANNED)
                .setDate(LocalDate.of(2007, 1, 1))
                .build();
        JournalEntry record = new JournalEntry(NOON, new Origin("rollout.in.bt", 0, 7L), event);

        Entry entry = Entry.of(record);

        assertThat(entry.key()).isEqualTo("london");
        assertThat(entry.acceptedAt()).isEqualTo(NOON);
        assertThat(entry.report()).isNotNull().satisfies(report -> assertThat(report.event())
                .isSameAs(event));
        assertThat(entry.programme()).isNull();
        assertThat(entry.isTick()).isFalse();
        assertThat(entry.toRecord()).isEqualTo(record);
    }

    @Test
    void ticksAndProgrammesHaveKeysOfTheirOwnAndNoOrigin() {
        JournalEntry tick = new JournalEntry(NOON, null, new Tick());
        Programme programme = Programme.newBuilder()
                .setProgramme("npfit")
                .setName("NPfIT")
                .setZone("Europe/London")
                .setClusters(List.of())
                .setSuppliers(List.of())
                .setThresholds(new Thresholds(0.2, null, 30, 3, 35))
                .build();
        JournalEntry adoption = new JournalEntry(NOON, null, programme);

        assertThat(Entry.of(tick)).isEqualTo(new Entry.TickEntry(NOON));
        assertThat(Entry.of(tick).key()).isEqualTo("tick");
        assertThat(Entry.of(tick).isTick()).isTrue();
        assertThat(Entry.of(tick).toRecord()).isEqualTo(tick);
        assertThat(Entry.of(adoption).programme()).isSameAs(programme);
        assertThat(Entry.of(adoption).key()).isEqualTo("programme");
        assertThat(Entry.of(adoption).report()).isNull();
        assertThat(Entry.of(adoption).toRecord()).isEqualTo(adoption);
    }
}

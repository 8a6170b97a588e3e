package io.rollouthub.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.ledger.Ledger;
import io.rollouthub.domain.ledger.Result.Transition;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.entry.Entry;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.GoLiveStatus;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.model.Programmes;
import io.rollouthub.model.RandomProgramme;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.testkit.Seed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A journal that gets the ticks that are needed tells what one tells that gets a tick each interval. */
@Execution(ExecutionMode.CONCURRENT)
class SilentYearTest {
    private static final int MILESTONES = 1_000;
    private static final int ENTRIES = 2_000;
    private static final int PROGRAMMES = 20;
    private static final Instant NEW_YEAR = Instant.parse("2021-01-01T00:00:07.5Z");

    /** A ledger and, if it spares ticks, what its gate decides by what the ledger has told. */
    private static final class Hub {
        private final boolean sparing;
        private final Duration interval;
        private final CivilTime time;
        private final Ledger ledger = new Ledger(Tables.inMemory());
        private final JournalTicks ticks = new JournalTicks();
        private final List<AlertTransition> transitions = new ArrayList<>();
        private Instant clock;
        private int entries;

        Hub(boolean sparing, Duration interval, Programme programme, Instant begin) {
            this.sparing = sparing;
            this.interval = interval;
            this.time = new CivilTime(ZoneId.of(programme.getZone()));
            this.clock = begin;
            apply(new Entry.ProgrammeEntry(programme, begin));
        }

        void apply(Entry entry) {
            entries++;
            ledger.apply(entry).forEach(result -> {
                if (result instanceof Transition transition) {
                    transitions.add((AlertTransition) transition.value());
                }
            });
        }

        /** Lets time pass up to an instant. */
        Hub pass(Instant end) {
            for (; !clock.isAfter(end); clock = clock.plus(interval)) {
                NextDue due = sparing ? NextDue.of(Stream.ofNullable(ledger.nextTimer())) : NextDue.UNKNOWN;
                ticks.live(clock, due, time).forEach(at -> apply(new Entry.TickEntry(at)));
            }
            return this;
        }
    }

    @Test
    void aSilentYearWithAThousandMilestonesIsAFewHundredEntriesAndTellsWhatATickEveryTenSecondsTells() {
        Hub sparing = silentYear(true);
        Hub lavish = silentYear(false);

        assertThat(lavish.entries).isGreaterThan(3_000_000);
        assertThat(sparing.entries).isLessThan(MILESTONES + ENTRIES);
        assertThat(sparing.transitions)
                .hasSizeGreaterThan(MILESTONES)
                .extracting(AlertTransition::getKind)
                .doesNotContainNull();
        assertThat(sparing.transitions).isEqualTo(lavish.transitions);
    }

    /** Sites of ten clusters and five suppliers, due on all days of a year in which nobody reports anything more. */
    private static Hub silentYear(boolean sparing) {
        Programme programme = Programme.newBuilder()
                .setProgramme("test")
                .setName("Test")
                .setZone("Europe/London")
                .setClusters(List.of())
                .setSuppliers(List.of())
                .setThresholds(new Thresholds(0.20, null, 30, 3, 35))
                .build();
        Hub hub = new Hub(sparing, Duration.ofSeconds(10), programme, NEW_YEAR);
        for (int i = 0; i < MILESTONES; i++) {
            Instant acceptedAt = NEW_YEAR.plusMillis(1_237L * i);
            GoLiveEvent plan = new GoLiveEvent(
                    "e-" + i,
                    acceptedAt,
                    "supplier-" + i % 5,
                    "cluster-" + i % 10,
                    "site-" + i,
                    null,
                    "p",
                    "r",
                    GoLiveStatus.PLANNED,
                    LocalDate.of(2021, 1, 2).plusDays(i * 360L / MILESTONES),
                    null,
                    null);
            hub.pass(acceptedAt);
            hub.apply(Entry.of(new JournalEntry(acceptedAt, null, plan)));
        }
        return hub.pass(NEW_YEAR.plus(Duration.ofDays(365)));
    }

    @Test
    void onAnyJournalTheTicksThatAreNeededTellWhatHourlyOnesTell(@Seed long seed) {
        LongStream.range(seed, seed + PROGRAMMES).mapToObj(Programmes::small).forEach(programme -> {
            Hub sparing = played(programme, true);
            Hub lavish = played(programme, false);
            assertThat(sparing.transitions).as(programme.toString()).isEqualTo(lavish.transitions);
            assertThat(sparing.entries).isLessThan(lavish.entries);
        });
    }

    /** Its reports and programmes that come before the clock is past them, as the gate sees to, and a hundred days behind them. */
    private static Hub played(RandomProgramme programme, boolean sparing) {
        Instant end = programme.entries().get(0).getAcceptedAt();
        Hub hub = new Hub(sparing, Duration.ofHours(1), programme.programme(), end);
        for (JournalEntry entry : programme.entries()) {
            Entry what = Entry.of(entry);
            if (!what.isTick() && !entry.getAcceptedAt().isBefore(hub.clock.minus(hub.interval))) {
                hub.pass(entry.getAcceptedAt());
                if (what.programme() != null) {
                    hub.ticks.beforeProgramme().forEach(at -> hub.apply(new Entry.TickEntry(at)));
                }
                hub.apply(what);
                end = entry.getAcceptedAt().isAfter(end) ? entry.getAcceptedAt() : end;
            }
        }
        return hub.pass(end.plus(Duration.ofDays(100)));
    }
}

package io.rollouthub.hub.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.domain.store.Tables;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.model.Programmes;
import io.rollouthub.model.RandomProgramme;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.testkit.Seed;
import io.rollouthub.timetravel.Rerun;
import io.rollouthub.timetravel.TimeTravel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** On any journal time travel tells what a ledger knew that stopped there. */
class TimeTravelTest {
    private static final int PROGRAMMES = 20;
    private static final int INSTANTS = 3; // of each programme

    private static Stream<RandomProgramme> programmes(long first) {
        return LongStream.range(first, first + PROGRAMMES).mapToObj(Programmes::random);
    }

    @Test
    void theStateAsOfATickIsThatOfALedgerThatStoppedBeforeTheNextLaterOne(@Seed long seed) {
        programmes(seed).forEach(programme -> {
            for (Instant tick : some(ticks(programme.entries()), programme.seed())) {
                List<JournalEntry> known = before(tick, programme.entries());
                assertSame(travel(tick, programme.entries(), 1), ledger(known), programme + " as of " + tick);
            }
        });
    }

    @Test
    void betweenTicksItIsThatOfALedgerWhoseLastEntryIsATickThen(@Seed long seed) {
        programmes(seed).forEach(programme -> {
            for (Instant tick : some(ticks(programme.entries()), programme.seed())) {
                Instant instant = tick.minusMillis(1);
                List<JournalEntry> known = new ArrayList<>(before(instant, programme.entries()));
                known.add(new JournalEntry(instant, null, new Tick()));
                assertSame(travel(instant, programme.entries(), 1), ledger(known), programme + " as of " + instant);
            }
        });
    }

    @Test
    void howManyPartitionsTheJournalHasChangesNothing(@Seed long seed) {
        programmes(seed).forEach(programme -> {
            for (Instant tick : some(ticks(programme.entries()), programme.seed())) {
                assertSame(
                        travel(tick, programme.entries(), 3),
                        travel(tick, programme.entries(), 1),
                        programme + " as of " + tick);
            }
        });
    }

    /** A live hub's journal has few: what came later is left out report by report. */
    @Test
    void howManyTicksTheJournalHasChangesNothing(@Seed long seed) {
        programmes(seed).forEach(programme -> {
            Random random = new Random(programme.seed());
            List<JournalEntry> many = ticking(programme.entries());
            List<JournalEntry> few = many.stream()
                    .filter(entry -> !(entry.getEntry() instanceof Tick) || random.nextInt(20) == 0)
                    .toList();
            for (int i = 0; i < INSTANTS; i++) {
                Instant instant =
                        many.get(random.nextInt(many.size())).getAcceptedAt().plusSeconds(random.nextInt(100_000));
                assertSame(travel(instant, few, 2), travel(instant, many, 2), programme + " as of " + instant);
            }
        });
    }

    /** The first programme, and the reports that come in the order of their acceptance, each behind a tick at it. */
    private static List<JournalEntry> ticking(List<JournalEntry> entries) {
        List<JournalEntry> ticking = new ArrayList<>(entries.subList(0, 1));
        Instant latest = entries.get(0).getAcceptedAt();
        for (JournalEntry entry : entries) {
            if (entry.getOrigin() != null && !entry.getAcceptedAt().isBefore(latest)) {
                latest = entry.getAcceptedAt();
                ticking.add(new JournalEntry(latest, null, new Tick()));
                ticking.add(entry);
            }
        }
        return ticking;
    }

    @Test
    void nothingIsKnownBeforeTheFirstTickOfAJournalThatBeginsWithOne() {
        RandomProgramme programme = Programmes.random(1);
        Instant start = programme.entries().get(0).getAcceptedAt();
        List<JournalEntry> entries = new ArrayList<>(programme.entries());
        entries.add(1, new JournalEntry(start, null, new Tick()));
        Instant before = start.minusMillis(1);
        ReadModel model = travel(before, entries, 2);
        assertThat(everything(model)).isEmpty();
        assertThat(ResultTables.summary(model, before, List.of(), Look.PLAIN))
                .isEqualTo("Nothing has been reported by " + before + "." + System.lineSeparator());
    }

    @Test
    void nothingIsKnownOfAJournalWithoutEntries() {
        assertThat(everything(new TimeTravel(Instant.EPOCH).arrive())).isEmpty();
    }

    /** Those that moved the clock on. */
    private static List<Instant> ticks(List<JournalEntry> entries) {
        List<Instant> ticks = new ArrayList<>();
        Instant clock = Instant.MIN;
        for (JournalEntry entry : entries) {
            if (entry.getEntry() instanceof Tick && entry.getAcceptedAt().isAfter(clock)) {
                clock = entry.getAcceptedAt();
                ticks.add(clock);
            }
        }
        return ticks;
    }

    private static List<Instant> some(List<Instant> ticks, long seed) {
        List<Instant> shuffled = new ArrayList<>(ticks);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled.subList(0, Math.min(INSTANTS, shuffled.size()));
    }

    /** All entries before the first tick later than an instant, found without the code under test. */
    private static List<JournalEntry> before(Instant instant, List<JournalEntry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).getEntry() instanceof Tick
                    && entries.get(i).getAcceptedAt().compareTo(instant) > 0) {
                return known(instant, entries.subList(0, i));
            }
        }
        return known(instant, entries);
    }

    /** Without the reports that were accepted later; programmes stay. */
    private static List<JournalEntry> known(Instant instant, List<JournalEntry> entries) {
        return entries.stream()
                .filter(entry ->
                        entry.getOrigin() == null || !entry.getAcceptedAt().isAfter(instant))
                .toList();
    }

    /** With every figure afresh at the last instant. */
    private static ReadModel ledger(List<JournalEntry> entries) {
        ReadModel model = new ReadModel();
        Rerun ledger = new Rerun(Tables.inMemory(), model);
        entries.forEach(ledger::apply);
        entries.stream()
                .filter(entry -> entry.getEntry() instanceof Tick)
                .max(Comparator.comparing(JournalEntry::getAcceptedAt))
                .ifPresent(ledger::apply);
        ledger.round();
        return model;
    }

    /** Events go to a partition by their cluster, ticks and programmes to all. */
    private static ReadModel travel(Instant to, List<JournalEntry> entries, int partitions) {
        TimeTravel travel = new TimeTravel(to);
        for (int partition = partitions - 1; partition >= 0; partition--) {
            for (JournalEntry entry : entries) {
                SpecificRecord record = (SpecificRecord) entry.getEntry();
                if (!ReportedEvent.isOne(record)
                        || Math.floorMod(ReportedEvent.of(record).cluster().hashCode(), partitions) == partition) {
                    travel.accept(partition, entry);
                }
            }
        }
        return travel.arrive();
    }

    private static void assertSame(ReadModel found, ReadModel expected, String what) {
        List<SpecificRecord> all = everything(found);
        List<SpecificRecord> others = everything(expected);
        for (int i = 0; i < Math.min(all.size(), others.size()); i++) {
            assertThat(all.get(i)).as(what).isEqualTo(others.get(i));
        }
        assertThat(all).as(what).hasSameSizeAs(others);
        assertThat(Rejected.inOrder(found.rejected())).as(what).isEqualTo(Rejected.inOrder(expected.rejected()));
    }

    private static List<SpecificRecord> everything(ReadModel model) {
        List<SpecificRecord> all = new ArrayList<>(model.milestones().values());
        all.addAll(model.rates().values());
        all.addAll(model.clusters().values());
        all.addAll(model.suppliers().values());
        all.addAll(model.openAlerts());
        all.addAll(model.transitions());
        return all;
    }
}

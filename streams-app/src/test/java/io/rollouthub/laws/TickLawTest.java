package io.rollouthub.laws;

import io.rollouthub.domain.store.Tables;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.programme.Programme;
import io.rollouthub.testkit.Seed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A tick that jumps gives what daily ticks give (semantics 7). */
@Execution(ExecutionMode.CONCURRENT)
class TickLawTest {

    @Test
    void oneTickOverAYearEqualsDailyTicks(@Seed long seed) {
        Laws.holdOnSmall(seed, journal -> {
            List<JournalEntry> jumping = withYear(journal);
            List<JournalEntry> stepping = withDailyTicks(jumping);
            Recording jumped = new Recording(Tables.inMemory());
            Recording stepped = new Recording(Tables.inMemory());
            jumping.forEach(jumped::apply);
            stepping.forEach(stepped::apply);
            return EndState.firstDifference(EndState.history(jumped), EndState.history(stepped));
        });
    }

    /** One tick more, at the midnight that ends a year; all clusters have a review there. */
    private static List<JournalEntry> withYear(List<JournalEntry> journal) {
        CivilTime time = new CivilTime(ZoneId.of(((Programme) journal.get(0).getEntry()).getZone()));
        Instant last = journal.stream()
                .map(JournalEntry::getAcceptedAt)
                .max(Instant::compareTo)
                .orElseThrow();
        List<JournalEntry> longer = new ArrayList<>(journal);
        longer.add(new JournalEntry(time.endOf(time.dateAt(last).plusDays(364)), null, new Tick()));
        return longer;
    }

    /** The same with ticks a day apart before each tick, which move no clock farther than that will. */
    private static List<JournalEntry> withDailyTicks(List<JournalEntry> journal) {
        List<JournalEntry> more = new ArrayList<>();
        Instant highest = journal.get(0).getAcceptedAt();
        for (JournalEntry entry : journal) {
            if (entry.getEntry() instanceof Tick) {
                while (highest.plus(Duration.ofDays(1)).isBefore(entry.getAcceptedAt())) {
                    highest = highest.plus(Duration.ofDays(1));
                    more.add(new JournalEntry(highest, null, new Tick()));
                }
                highest = entry.getAcceptedAt().isAfter(highest) ? entry.getAcceptedAt() : highest;
            }
            more.add(entry);
        }
        return more;
    }
}

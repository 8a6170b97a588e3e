package io.rollouthub.bench.ticks;

import com.sun.management.ThreadMXBean;
import io.rollouthub.bench.mix.DueSites;
import io.rollouthub.bench.mix.MixProgramme;
import io.rollouthub.bench.mix.Sent;
import io.rollouthub.domain.ledger.Ledger;
import io.rollouthub.domain.ledger.Result;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.entry.Entry.ProgrammeEntry;
import io.rollouthub.entry.Entry.ReportEntry;
import io.rollouthub.entry.Entry.TickEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.topic.SupplierTopics;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The rules at a tick at which nothing is due, over tables in memory. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH sets it up before anything else
public class SilentTickBenchmark {
    /** The name of what a tick makes on the heap. */
    public static final String ALLOCATED = "bytesOfATick";

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 3);
    private static final Instant MORNING = TODAY.atTime(1, 0).atZone(ZONE).toInstant();
    private static final Duration MOST = Duration.ofHours(22);
    private static final int DAYS_AHEAD = 300;

    /** How many clusters the pending go-lives are in. */
    @Param("10")
    private int clusters;

    @Param("1000")
    private int pending;

    private Ledger ledger;
    private long ticks;

    /** What a tick makes on the heap, in bytes; told for each iteration. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Allocated {
        private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        public double bytesOfATick;

        private long before;
        private long ticks;

        @Setup(Level.Iteration)
        public void begin() {
            ticks = 0;
            before = THREADS.getCurrentThreadAllocatedBytes();
        }

        @TearDown(Level.Iteration)
        public void end() {
            bytesOfATick = (double) (THREADS.getCurrentThreadAllocatedBytes() - before) / Math.max(1, ticks);
        }
    }

    /** All are planned for a day that is far away, and what follows from that is told. */
    @Setup(Level.Trial)
    public void plan() {
        ledger = new Ledger(Tables.inMemory());
        ledger.apply(new ProgrammeEntry(MixProgramme.of(ZONE, clusters), MORNING));
        ledger.apply(new TickEntry(MORNING));
        long offset = 0;
        for (Sent one : new DueSites(TODAY.plusDays(DAYS_AHEAD), DAYS_AHEAD).planned(pending, clusters)) {
            Origin origin = new Origin(SupplierTopics.in(one.supplier()), 0, offset++);
            ledger.apply(new ReportEntry(one.report(), MORNING, origin));
        }
        ledger.round();
        ledger.gathered();
        ticks = 0;
    }

    /** A millisecond later, on the same day. */
    @Benchmark
    public List<Result> tick(Allocated allocated) {
        allocated.ticks++;
        Duration since = Duration.ofMillis(++ticks);
        if (since.compareTo(MOST) > 0) {
            throw new IllegalStateException("the day is nearly over: measure for a shorter time");
        }
        return ledger.apply(new TickEntry(MORNING.plus(since)));
    }
}

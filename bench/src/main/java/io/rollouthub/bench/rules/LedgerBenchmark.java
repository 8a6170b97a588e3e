package io.rollouthub.bench.rules;

import io.rollouthub.domain.ledger.Ledger;
import io.rollouthub.domain.ledger.Result;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.entry.Entry;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The rules over tables in memory: one more entry of a journal of 60,000, and again from the beginning when that ends. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH sets it up before anything else
public class LedgerBenchmark {
    private List<Entry> journal;
    private Ledger ledger;
    private int next;

    @Setup(Level.Trial)
    public void write() {
        journal = Reported.of(60_000).journal();
        begin();
    }

    private void begin() {
        ledger = new Ledger(Tables.inMemory());
        next = 0;
    }

    /** What follows from the next entry. */
    @Benchmark
    public List<Result> applyAnEntry() {
        if (next == journal.size()) {
            begin();
        }
        return ledger.apply(journal.get(next++));
    }
}

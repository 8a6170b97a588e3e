package io.rollouthub.bench.rules;

import io.rollouthub.bench.mix.Sent;
import io.rollouthub.check.EventCheck;
import io.rollouthub.check.Refusal;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** All that the gate asks of a report. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH sets it up before anything else
public class GateBenchmark {
    private Reported reported;
    private EventCheck check;
    private int next;

    @Setup(Level.Trial)
    public void report() {
        reported = Reported.of(10_000);
        check = new EventCheck(reported.programme());
    }

    /** Null, as all reports of the mix are right. */
    @Benchmark
    public @Nullable Refusal checkAReport() {
        Sent one = reported.sent().get(next++ % reported.sent().size());
        return check.check(one.event(), one.supplier(), reported.acceptedAt());
    }
}

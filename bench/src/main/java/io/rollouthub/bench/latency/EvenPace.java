package io.rollouthub.bench.latency;

import io.rollouthub.bench.ground.Lot;
import io.rollouthub.bench.ground.Turn;
import io.rollouthub.bench.mix.Sent;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.report.MilestoneKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.Producer;

/** Overdue sites, reported at even distances while something else goes on, and the time to the alert of each. */
public final class EvenPace implements AutoCloseable {
    private static final int LINGER = 5;

    private final Histogram microseconds = new ConcurrentHistogram(3);
    private final Transitions transitions;
    private final Thread thread;

    /** Begins to send them; all are overdue. */
    public EvenPace(Turn turn, List<Sent> reports, int perSecond) {
        Lot lot = turn.encode(reports);
        transitions = new Transitions(
                turn,
                (milestone, sent) -> microseconds.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - sent)));
        thread = new Thread(() -> send(turn, reports, lot, perSecond), "report-evenly");
        thread.start();
    }

    private void send(Turn turn, List<Sent> reports, Lot lot, int perSecond) {
        try (Producer<String, byte[]> producer = Lot.producer(turn.ground().client(), LINGER)) {
            long begin = System.nanoTime();
            for (int number = 0; number < reports.size(); number++) {
                long due = begin + number * TimeUnit.SECONDS.toNanos(1) / perSecond;
                KafkaCalls.waitUntil(due);
                Sent report = reports.get(number);
                transitions.expect(
                        new MilestoneKey(report.cluster(), report.report().key().milestone()), due);
                producer.send(lot.records().get(number));
            }
        }
    }

    /** Waits until all are sent, and for so long until all alerts have come; the times of those that have. */
    public Histogram finish(Duration patience) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long end = System.nanoTime() + patience.toNanos();
        while (missing() > 0 && System.nanoTime() - end < 0) {
            KafkaCalls.waitUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50));
        }
        return microseconds;
    }

    /** How many alerts have not come of what has been sent. */
    public int missing() {
        return transitions.missing();
    }

    @Override
    public void close() {
        transitions.close();
    }
}

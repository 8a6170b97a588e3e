package io.rollouthub.bench.latency;

import io.rollouthub.bench.contender.Contender;
import io.rollouthub.bench.contender.Finish;
import io.rollouthub.bench.contender.Running;
import io.rollouthub.bench.ground.Ground;
import io.rollouthub.bench.ground.Lot;
import io.rollouthub.bench.ground.Turn;
import io.rollouthub.bench.mix.Overdue;
import io.rollouthub.bench.mix.Sent;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.Stage;
import io.rollouthub.report.MilestoneKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.Producer;

/** Sends reports to the hub at even distances, and takes the time from a report to the transition that follows from it. */
public record SteadyPace(Ground ground, Contender contender) {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** The default of Kafka's producer, which the supplier client has too; in milliseconds. */
    private static final int LINGER = 5;

    /**
     * What came of one pace.
     *
     * @param perSecond how many reports were sent in a second
     * @param microseconds from the time at which a report was to be sent to the transition, as a reader of committed ones has it
     * @param missing transitions that had not come two minutes after the last report
     * @param transactions that each stage committed in a second
     */
    public record Measured(int perSecond, Histogram microseconds, int missing, Map<Stage, Double> transactions) {}

    /** Warms the hub up, and then sends at one pace after the other, for so long each, from the reports that it is given. */
    public List<Measured> run(
            List<Sent> first, List<Integer> paces, int seconds, Function<Integer, List<Sent>> reports) {
        try (Turn turn = Turn.on(ground)) {
            turn.apply(contender.app());
            turn.publish(turn.encode(first));
            try (Running running = contender.start(turn)) {
                Finish.await(ground.admin(), running);
                return paces.stream()
                        .map(pace -> measure(turn, running, pace, seconds, reports.apply(pace)))
                        .toList();
            }
        }
    }

    private Measured measure(Turn turn, Running running, int pace, int seconds, List<Sent> reports) {
        Lot lot = turn.encode(reports);
        CommittedTransactions before = CommittedTransactions.of(turn);
        Histogram microseconds = new Histogram(3);
        Transitions transitions = new Transitions(
                turn,
                (milestone, sent) -> microseconds.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - sent)));
        CommittedTransactions after;
        try (transitions) {
            send(reports, lot, pace, transitions);
            after = CommittedTransactions.of(turn);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (transitions.missing() > 0 && System.nanoTime() - end < 0) {
                KafkaCalls.waitUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        Finish.await(ground.admin(), running);
        Map<Stage, Double> transactions = Stream.of(Stage.values())
                .collect(Collectors.toMap(stage -> stage, stage -> (double) after.since(before, stage) / seconds));
        return new Measured(pace, microseconds, transitions.missing(), transactions);
    }

    private void send(List<Sent> reports, Lot lot, int pace, Transitions transitions) {
        long distance = TimeUnit.SECONDS.toNanos(1) / pace;
        try (Producer<String, byte[]> producer = Lot.producer(ground.client(), LINGER)) {
            long begin = System.nanoTime();
            for (int number = 0; number < reports.size(); number++) {
                long due = begin + number * distance;
                KafkaCalls.waitUntil(due);
                Sent report = reports.get(number);
                String milestone = report.report().key().milestone();
                if (Overdue.isOne(milestone)) {
                    transitions.expect(new MilestoneKey(report.cluster(), milestone), due);
                }
                producer.send(lot.records().get(number));
            }
        }
    }
}

package io.rollouthub.bench.contender;

import io.rollouthub.bench.ground.Ground;
import io.rollouthub.bench.ground.Lot;
import io.rollouthub.bench.ground.ProcessorTime;
import io.rollouthub.bench.ground.Turn;
import io.rollouthub.bench.mix.Sent;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One contender's turn: some reports warm it up; while it is held the others are published, and then it is measured until it has
 * committed them.
 */
public record Heat(Ground ground, Contender contender) {
    /**
     * What came of it.
     *
     * @param rates of each stage, in reports a second
     * @param own seconds of processor time that it took for 1,000 reports
     * @param broker the same of the broker
     */
    public record Measured(String contender, Map<String, Double> rates, double own, double broker) {
        /** Reports a second of the slowest stage. */
        public double throughput() {
            return rates.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .min()
                    .orElseThrow();
        }

        /** Seconds of processor time for 1,000 reports, with the broker's. */
        public double processorTime() {
            return own + broker;
        }
    }

    /** Something to do between warming up and the rest, and at the end. */
    public interface Observer {
        Observer NONE = turn -> {};

        void look(Turn turn);
    }

    /** With the first quarter of the reports for warming up. */
    public Measured run(List<Sent> reports, Observer observer) {
        int quarter = reports.size() / 4;
        return run(reports.subList(0, quarter), reports.subList(quarter, reports.size()), observer);
    }

    public Measured run(List<Sent> first, List<Sent> measured, Observer observer) {
        try (Turn turn = Turn.on(ground)) {
            turn.apply(contender.app());
            turn.publish(turn.encode(first));
            Lot rest = turn.encode(measured);
            try (Running running = contender.start(turn)) {
                Finish.await(ground.admin(), running);
                observer.look(turn);
                running.hold();
                turn.publish(rest);
                Duration own = running.processorTime();
                Duration broker = ground.brokerTime();
                Map<Passage, Commits> stages = new LinkedHashMap<>();
                for (Passage stage : running.stages()) {
                    stages.put(stage, new Commits(System.nanoTime(), stage.committed(ground.admin())));
                }
                running.release();
                Finish.await(
                        ground.admin(),
                        running,
                        (stage, now) ->
                                stages.computeIfPresent(stage, (any, commits) -> commits.then(System.nanoTime(), now)));
                double ownPart =
                        ProcessorTime.perThousand(running.processorTime().minus(own), rest.size());
                double brokerPart =
                        ProcessorTime.perThousand(ground.brokerTime().minus(broker), rest.size());
                observer.look(turn);
                checkJournal(running, first.size() + rest.size());
                Map<String, Double> rates = new LinkedHashMap<>();
                stages.forEach((stage, commits) -> rates.put(stage.stage(), commits.rate(rest.size())));
                return new Measured(contender.name(), rates, ownPart, brokerPart);
            }
        }
    }

    /** One who writes the hub's journal has accepted all reports. */
    private void checkJournal(Running running, int sent) {
        if (running.stages().stream().anyMatch(stage -> stage.reads().test(Topics.JOURNAL.name()))) {
            long accepted = JournalReports.count(ground.client());
            if (accepted != sent) {
                throw new IllegalStateException("of " + sent + " reports " + accepted + " are in the journal");
            }
        }
    }
}

package io.rollouthub.bench;

import io.rollouthub.bench.contender.HubContender;
import io.rollouthub.bench.ground.Ground;
import io.rollouthub.bench.latency.SteadyPace;
import io.rollouthub.bench.latency.SteadyPace.Measured;
import io.rollouthub.bench.mix.Mix;
import io.rollouthub.bench.mix.Overdue;
import io.rollouthub.bench.mix.Sent;
import io.rollouthub.bench.page.Sheet;
import io.rollouthub.reader.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From a report to the alert that follows. */
@Command(
        name = "latency",
        description = "From the time at which a report is sent to that at which a reader of committed records has the"
                + " transition that follows, at several paces; and how many transactions that takes.")
final class LatencyCommand implements Callable<Integer> {
    private static final int EVERY = 5;

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--pace",
            paramLabel = "N",
            split = ",",
            defaultValue = "10,100,1000",
            description = "Reports a second. Default: ${DEFAULT-VALUE}.")
    private List<Integer> paces;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "For how long reports are sent at each pace. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Override
    public Integer call() {
        Sheet sheet = new Sheet(
                "reports/s",
                "transitions",
                "p50 ms",
                "p90 ms",
                "p99 ms",
                "max ms",
                "missing",
                "transactions/s of the gate",
                "of the ledger");
        try (Ground ground = Ground.prepare()) {
            int first = options.reports() / 4;
            List<Integer> steps = new ArrayList<>(paces);
            steps.add(0, Collections.max(paces)); // warms up
            int all =
                    first + seconds * steps.stream().mapToInt(Integer::intValue).sum();
            for (HubContender hub : options.hubs(Map.of())) {
                List<Sent> mix = new Mix(all, Mix.SEED, ground.today()).sent();
                Iterator<Sent> rest = new Overdue(ground.today())
                        .among(mix.subList(first, all), EVERY)
                        .iterator();
                new SteadyPace(ground, hub)
                        .run(mix.subList(0, first), steps, seconds, pace -> next(rest, pace * seconds)).stream()
                                .skip(1)
                                .forEach(measured -> add(sheet, hub.name(), measured));
            }
        }
        options.tell(
                "latency",
                sheet + "\n\nBehind " + Sheet.number(options.reports() / 4, 0) + " reports of the mix and " + seconds
                        + " s at the fastest pace, " + seconds + " s at each; one report in " + EVERY
                        + " is an overdue site and is timed.");
        return 0;
    }

    private static List<Sent> next(Iterator<Sent> reports, int count) {
        return Stream.generate(reports::next).limit(count).toList();
    }

    private static void add(Sheet sheet, String name, Measured measured) {
        sheet.add(
                name + " at " + Sheet.number(measured.perSecond(), 0),
                Sheet.number(measured.microseconds().getTotalCount(), 0),
                Sheet.number(measured.microseconds().getValueAtPercentile(50) / 1e3, 0),
                Sheet.number(measured.microseconds().getValueAtPercentile(90) / 1e3, 0),
                Sheet.number(measured.microseconds().getValueAtPercentile(99) / 1e3, 0),
                Sheet.number(measured.microseconds().getMaxValue() / 1e3, 0),
                Sheet.number(measured.missing(), 0),
                Sheet.number(measured.transactions().getOrDefault(Stage.GATE, 0.0), 1),
                Sheet.number(measured.transactions().getOrDefault(Stage.LEDGER, 0.0), 1));
    }
}

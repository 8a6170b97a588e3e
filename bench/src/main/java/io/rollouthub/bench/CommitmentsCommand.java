package io.rollouthub.bench;

import io.rollouthub.bench.contender.Heat;
import io.rollouthub.bench.contender.Heat.Measured;
import io.rollouthub.bench.contender.Heat.Observer;
import io.rollouthub.bench.contender.HubContender;
import io.rollouthub.bench.ground.Ground;
import io.rollouthub.bench.mix.CountedLives;
import io.rollouthub.bench.mix.Sent;
import io.rollouthub.bench.page.Sheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a go-live costs that counts for many commitments. */
@Command(
        name = "commitments",
        description = "Processor time and reports a second of go-lives of one cluster that count for 1, 10, 100 and 500"
                + " open commitments each.")
final class CommitmentsCommand implements Callable<Integer> {
    private static final List<Integer> OPEN = List.of(1, 10, 100, 500);

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--lives",
            paramLabel = "N",
            defaultValue = "8000",
            description = "How many sites go live; of these the first quarter warms up. Default: ${DEFAULT-VALUE}.")
    private int lives;

    @Override
    public Integer call() {
        Sheet sheet = new Sheet(
                "open commitments",
                "reports/s",
                "s of processor per 1,000",
                "throughput against that of 1",
                "processor time against that of 1");
        try (Ground ground = Ground.prepare()) {
            for (HubContender hub : options.hubs(Map.of())) {
                Heat heat = new Heat(ground, hub);
                measure(ground, heat, true)
                        .forEach((open, one) -> add(sheet, hub.name() + ", " + open + " alike", one));
                measure(ground, heat, false)
                        .forEach((open, one) -> add(sheet, hub.name() + ", " + open + " of different days", one));
            }
        }
        options.tell(
                "commitments",
                sheet + "\n\n" + Sheet.number(lives, 0)
                        + " go-lives of one cluster, of which the first quarter warmed up.");
        return 0;
    }

    private record Compared(Measured measured, Measured first) {}

    private Map<Integer, Compared> measure(Ground ground, Heat heat, boolean alike) {
        Map<Integer, Compared> all = new LinkedHashMap<>();
        for (int open : OPEN) {
            CountedLives counted = new CountedLives(open, alike, ground.today());
            List<Sent> reports = counted.lives(lives);
            int quarter = reports.size() / 4;
            List<Sent> first = new ArrayList<>(counted.pledges());
            first.addAll(reports.subList(0, quarter));
            Measured measured = heat.run(first, reports.subList(quarter, reports.size()), Observer.NONE);
            BenchOptions.say(open + " commitments: " + measured);
            Compared one = all.get(1);
            all.put(open, new Compared(measured, one == null ? measured : one.measured()));
        }
        return all;
    }

    private static void add(Sheet sheet, String what, Compared compared) {
        Measured measured = compared.measured();
        Measured first = compared.first();
        sheet.add(
                what,
                Sheet.number(measured.throughput(), 0),
                Sheet.number(measured.processorTime(), 2),
                Sheet.number(measured.throughput() / first.throughput(), 3) + "x",
                Sheet.number(measured.processorTime() / first.processorTime(), 1) + "x");
    }
}

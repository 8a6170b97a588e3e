package io.rollouthub.bench;

import io.rollouthub.bench.contender.Contender;
import io.rollouthub.bench.contender.Heat;
import io.rollouthub.bench.contender.Heat.Measured;
import io.rollouthub.bench.contender.Heat.Observer;
import io.rollouthub.bench.flink.FlinkPeer;
import io.rollouthub.bench.ground.Ground;
import io.rollouthub.bench.mix.Mix;
import io.rollouthub.bench.mix.Sent;
import io.rollouthub.bench.page.Sheet;
import io.rollouthub.bench.peer.Floor;
import io.rollouthub.bench.peer.TwoTables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The hub and its peers in turns, on one broker. */
@Command(
        name = "throughput",
        description = "Reports a second and processor time of the hub and of peers, one after the other on one broker,"
                + " and that again.")
final class ThroughputCommand implements Callable<Integer> {
    @Mixin
    private BenchOptions options;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "2",
            description = "How often each has its turn. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "These contenders alone.")
    private List<String> only = new ArrayList<>();

    @Override
    public Integer call() {
        Map<String, List<Measured>> all = new LinkedHashMap<>();
        List<Sent> reports;
        try (Ground ground = Ground.prepare()) {
            reports = options.mix(ground);
            for (int round = 1; round <= rounds; round++) {
                for (Contender contender : contenders()) {
                    Measured measured = new Heat(ground, contender).run(reports, Observer.NONE);
                    BenchOptions.say("round " + round + ": " + measured);
                    all.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                            .add(measured);
                }
            }
        }
        options.tell("throughput", table(all) + "\n\n" + mix(reports));
        return 0;
    }

    private List<Contender> contenders() {
        return Stream.<Contender>concat(
                        options.hubs(Map.of()).stream(),
                        Stream.of(Floor.contender(), TwoTables.contender(), FlinkPeer.contender()))
                .filter(contender -> only.isEmpty() || only.contains(contender.name()))
                .toList();
    }

    private static Sheet table(Map<String, List<Measured>> all) {
        String one = all.keySet().iterator().next();
        Sheet sheet = new Sheet(
                "contender",
                "reports/s",
                "of each stage",
                "s of processor per 1,000",
                "of them the broker",
                "throughput of " + one + " against it",
                "processor time of " + one + " against it");
        List<Measured> first = all.values().iterator().next();
        all.forEach((name, turns) -> sheet.add(
                name,
                Sheet.number(mean(turns, Measured::throughput), 0),
                stages(turns),
                Sheet.number(mean(turns, Measured::processorTime), 3),
                Sheet.number(mean(turns, Measured::broker), 3),
                Sheet.number(mean(first, Measured::throughput) / mean(turns, Measured::throughput), 2) + "x",
                Sheet.number(mean(first, Measured::processorTime) / mean(turns, Measured::processorTime), 1) + "x"));
        return sheet;
    }

    private static String stages(List<Measured> turns) {
        return turns.get(0).rates().keySet().stream()
                .map(stage -> stage + " "
                        + turns.stream()
                                .map(turn -> Sheet.number(turn.rates().getOrDefault(stage, 0.0), 0))
                                .collect(Collectors.joining(" and ")))
                .collect(Collectors.joining(", "));
    }

    private static double mean(List<Measured> turns, ToDoubleFunction<Measured> figure) {
        return turns.stream().mapToDouble(figure).average().orElseThrow();
    }

    private static String mix(List<Sent> reports) {
        String shares = Mix.shares(reports).entrySet().stream()
                .map(share -> share.getKey() + " " + Sheet.number(100.0 * share.getValue() / reports.size(), 1) + " %")
                .collect(Collectors.joining(", "));
        return Sheet.number(reports.size(), 0) + " reports, of which the first quarter warmed up: " + shares + ".";
    }
}

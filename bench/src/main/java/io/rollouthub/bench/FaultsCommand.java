package io.rollouthub.bench;

import io.rollouthub.bench.faults.Campaign;
import io.rollouthub.bench.faults.FaultRound;
import io.rollouthub.bench.faults.Limits;
import io.rollouthub.bench.faults.Outcome;
import io.rollouthub.bench.faults.Plan;
import io.rollouthub.bench.faults.ProcessVitals;
import io.rollouthub.bench.faults.VitalSigns;
import io.rollouthub.bench.page.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a hub does what it promises while everything around it fails. */
@Command(
        name = "faults",
        description = "Lets processes, connections and inputs fail at random, and reckons what came of it.")
final class FaultsCommand implements Callable<Integer> {
    @Mixin
    private BenchOptions options;

    @Option(names = "--seed", paramLabel = "N", description = "Where chance begins. Default: another one each time.")
    private long seed = System.nanoTime() % 1_000_000;

    @Option(
            names = "--faults",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int faults;

    @Option(
            names = "--brokers",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int brokers;

    @Option(
            names = "--pace",
            paramLabel = "N",
            defaultValue = "20",
            description = "Reports a second. Default: ${DEFAULT-VALUE}.")
    private int pace;

    @Option(
            names = "--calm",
            paramLabel = "MIN",
            defaultValue = "0",
            description = "For how many minutes nothing fails behind the faults: with none of them, a soak. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int calm;

    @Option(names = "--no-worker", description = "Without a Connect worker that tells somebody of alerts.")
    private boolean noWorker;

    @Option(
            names = "--held",
            paramLabel = "S",
            defaultValue = "20",
            description = "How many seconds a process is held, or a connection says nothing, at most. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int held;

    @Option(
            names = "--away",
            paramLabel = "S",
            defaultValue = "30",
            description = "How many seconds brokers or the registry are away at most. Default: ${DEFAULT-VALUE}.")
    private int away;

    @Option(
            names = "--patience",
            paramLabel = "S",
            defaultValue = "180",
            description = "Within how many seconds records move again. Default: ${DEFAULT-VALUE}.")
    private int patience;

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("rollout-faults-");
        Limits limits = new Limits(Duration.ofSeconds(held), Duration.ofSeconds(away), Duration.ofSeconds(patience));
        Plan plan = new Plan(seed, faults, brokers, pace, !noWorker, Duration.ofMinutes(calm), limits);
        Outcome outcome = new Campaign(plan, BenchOptions::say).run(folder);
        options.tell("faults", text(outcome));
        if (!outcome.problems().isEmpty()) {
            BenchOptions.say("Seed " + seed + ", in " + folder + ":\n" + String.join("\n", outcome.problems()));
            return 1;
        }
        Utils.delete(folder.toFile());
        return 0;
    }

    private String text(Outcome outcome) {
        return table(outcome.rounds()) + "\n\n" + vitals(outcome.course()) + "\n\nSeed " + seed + ", " + brokers
                + " brokers, "
                + pace + " reports a second. " + Sheet.number(outcome.reckoned().records(), 0) + " records published, "
                + Sheet.number(outcome.reckoned().accepted(), 0) + " of them in the journal; lost: "
                + outcome.reckoned().lost() + ", judged more than once: "
                + outcome.reckoned().doubled() + ", without the one verdict that says what became of them: "
                + outcome.reckoned().disagreeing() + ", differences from an undisturbed replay: "
                + outcome.reckoned().differences() + ".";
    }

    private static Sheet table(List<FaultRound> rounds) {
        Sheet sheet = new Sheet(
                "fault", "times", "s until records move again, median", "most", "processes that ended by themselves");
        Map<String, List<FaultRound>> byKind = new TreeMap<>();
        for (FaultRound round : rounds) {
            String kind = round.kinds().size() == 1 ? round.kinds().get(0) : "two at once";
            byKind.computeIfAbsent(kind, any -> new ArrayList<>()).add(round);
        }
        byKind.forEach((kind, those) -> {
            double[] seconds =
                    those.stream().mapToDouble(FaultRound::seconds).sorted().toArray();
            sheet.add(
                    kind,
                    Integer.toString(those.size()),
                    Sheet.number((seconds[(seconds.length - 1) / 2] + seconds[seconds.length / 2]) / 2, 1),
                    Sheet.number(seconds[seconds.length - 1], 1),
                    Long.toString(those.stream()
                            .mapToLong(round -> round.ended().size())
                            .sum()));
        });
        return sheet;
    }

    private Sheet vitals(VitalSigns course) {
        List<String> heads = new ArrayList<>(
                List.of("process", "MiB at the begin", "at the end", "threads at the begin", "at the end"));
        if (calm > 0) {
            heads.addAll(List.of("MiB more an hour, later half", "threads more an hour"));
        }
        Sheet sheet = new Sheet(heads.toArray(String[]::new));
        for (String name : course.names()) {
            List<String> figures = new ArrayList<>(List.of(
                    Sheet.number(course.first(name).mebibytes(), 0),
                    Sheet.number(course.last(name).mebibytes(), 0),
                    Integer.toString(course.first(name).threads()),
                    Integer.toString(course.last(name).threads())));
            if (calm > 0) {
                figures.add(Sheet.number(course.slope(name, ProcessVitals::mebibytes), 1));
                figures.add(Sheet.number(course.slope(name, ProcessVitals::threads), 1));
            }
            sheet.add(name, figures.toArray(String[]::new));
        }
        return sheet;
    }
}

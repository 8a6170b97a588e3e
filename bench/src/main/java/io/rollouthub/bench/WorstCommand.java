package io.rollouthub.bench;

import io.rollouthub.bench.contender.Finish;
import io.rollouthub.bench.contender.HubContender;
import io.rollouthub.bench.contender.Running;
import io.rollouthub.bench.ground.Ground;
import io.rollouthub.bench.ground.Turn;
import io.rollouthub.bench.latency.EvenPace;
import io.rollouthub.bench.mix.Mix;
import io.rollouthub.bench.mix.MixProgramme;
import io.rollouthub.bench.mix.Overdue;
import io.rollouthub.bench.mix.Sent;
import io.rollouthub.bench.page.Sheet;
import io.rollouthub.bench.worst.Attack;
import io.rollouthub.bench.worst.Footprint;
import io.rollouthub.bench.worst.Footprint.Kind;
import io.rollouthub.bench.worst.WorstReports;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.Lag;
import io.rollouthub.reader.Stage;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What others have of the hub while one supplier writes the worst valid reports that it can. */
@Command(
        name = "worst",
        description =
                "Three suppliers report overdue sites at an even pace, alone and beside one that writes the dearest"
                        + " valid reports there are: from the time at which a report is sent to that at which a reader of"
                        + " committed records has its alert; and what the hub holds meanwhile.")
final class WorstCommand implements Callable<Integer> {
    private static final int OTHERS = 3;
    private static final double MEBIBYTE = 1 << 20;

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "10",
            description = "For how long the worst is written. Default: ${DEFAULT-VALUE}.")
    private int minutes;

    @Option(
            names = "--pace",
            paramLabel = "N",
            defaultValue = "20",
            description = "Reports a second of each of the others. Default: ${DEFAULT-VALUE}.")
    private int pace;

    @Option(
            names = "--attack",
            paramLabel = "N",
            defaultValue = "0",
            description = "The worst reports a second. Default: as many as Kafka takes.")
    private int attack;

    @Option(
            names = "--quota",
            paramLabel = "KB",
            defaultValue = "256",
            description = "What Kafka lets the attacker write, in KB a second, as 'admin apply --acls' has it for each"
                    + " supplier; 0: no bound. Default: ${DEFAULT-VALUE}.")
    private int quota;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long alerts are waited for once nobody reports any more. Default: ${DEFAULT-VALUE}.")
    private int patience;

    private final Sheet times = new Sheet("the others' reports", "judged", "not yet", "p50 ms", "p99 ms", "max ms");
    private final Sheet course = new Sheet(
            "minute",
            "worst reports taken by Kafka",
            "left for the gate",
            "of others",
            "left for the ledger",
            "others' not judged",
            "heap MiB",
            "resident MiB",
            "reports MiB",
            "journal MiB",
            "state MiB",
            "results MiB");

    @Override
    public Integer call() {
        HubContender hub = options.hubs(Map.of()).get(0);
        try (Ground ground = Ground.prepare();
                Turn turn = Turn.on(ground)) {
            turn.apply(hub.app());
            turn.publish(turn.encode(new Mix(options.reports() / 4, Mix.SEED, ground.today()).sent()));
            try (Running running = hub.start(turn)) {
                Finish.await(ground.admin(), running);
                run(turn, running);
            }
        }
        options.tell(
                "worst",
                times + "\n\n" + course + "\n\nBehind " + Sheet.number(options.reports() / 4.0, 0)
                        + " reports of the mix; " + OTHERS + " suppliers at " + pace + " reports a second each, one at "
                        + (attack == 0 ? "as many as Kafka takes" : Sheet.number(attack, 0)) + " ("
                        + (quota == 0 ? "no quota" : "quota " + quota + " KB a second") + ")"
                        + "; \"not yet\" " + patience
                        + " s behind the last report. What is left is counted in Kafka's offsets, of which each"
                        + " transaction of the gate takes one in each partition of the journal.");
        return 0;
    }

    private void run(Turn turn, Running running) {
        String attacker = MixProgramme.suppliers().get(0);
        int alone = (int) Duration.ofMinutes(1).toSeconds() * OTHERS * pace;
        List<Sent> reports = new Overdue(turn.ground().today()).but(attacker, alone * (1 + minutes));
        try (EvenPace others = new EvenPace(turn, reports.subList(0, alone), OTHERS * pace)) {
            add("alone", others.finish(Duration.ofSeconds(patience)), others.missing());
        }
        WorstReports worst = new WorstReports(new Random(Mix.SEED), attacker, MixProgramme.clustersOf(attacker));
        try (EvenPace others = new EvenPace(turn, reports.subList(alone, reports.size()), OTHERS * pace)) {
            try (Attack attacking = new Attack(turn, worst, new Attack.Pace(attack, quota))) {
                watch(turn, running, attacking, others);
            }
            add("beside the worst", others.finish(Duration.ofSeconds(patience)), others.missing());
        }
    }

    private void watch(Turn turn, Running running, Attack attacking, EvenPace others) {
        long begin = System.nanoTime();
        try (Lag lag = new Lag(turn.ground().admin(), turn.ground().client(), turn.registry())) {
            for (int minute = 0; minute <= minutes; minute++) {
                KafkaCalls.waitUntil(begin + TimeUnit.MINUTES.toNanos(minute));
                running.check();
                Map<TopicPartition, Long> left = lag.of(Stage.GATE, turn.ends(turn.inputs()));
                long all = left.values().stream().mapToLong(Long::longValue).sum();
                long own = left.entrySet().stream()
                        .filter(one -> one.getKey()
                                .topic()
                                .equals(SupplierTopics.in(
                                        MixProgramme.suppliers().get(0))))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
                long ledger = lag.total(Stage.LEDGER, turn.ends(List.of(Topics.JOURNAL.name())));
                Footprint foot = Footprint.of(turn, running);
                BenchOptions.say(
                        "minute " + minute + ": " + attacking.taken() + " taken, " + left + ", ledger " + ledger);
                course.add(
                        Integer.toString(minute),
                        Sheet.number(attacking.taken(), 0),
                        Sheet.number(all, 0),
                        Sheet.number(all - own, 0),
                        Sheet.number(ledger, 0),
                        Sheet.number(others.missing(), 0),
                        Sheet.number(foot.heap() / MEBIBYTE, 0),
                        Sheet.number(foot.resident() / MEBIBYTE, 0),
                        mebibytes(foot, Kind.REPORTS),
                        mebibytes(foot, Kind.JOURNAL),
                        mebibytes(foot, Kind.STATE),
                        mebibytes(foot, Kind.RESULTS));
            }
        }
    }

    private static String mebibytes(Footprint foot, Kind kind) {
        return Sheet.number(foot.topics().getOrDefault(kind, 0L) / MEBIBYTE, 0);
    }

    private void add(String who, Histogram microseconds, int missing) {
        times.add(
                who,
                Sheet.number(microseconds.getTotalCount(), 0),
                Sheet.number(missing, 0),
                Sheet.number(microseconds.getValueAtPercentile(50) / 1e3, 0),
                Sheet.number(microseconds.getValueAtPercentile(99) / 1e3, 0),
                Sheet.number(microseconds.getMaxValue() / 1e3, 0));
    }
}

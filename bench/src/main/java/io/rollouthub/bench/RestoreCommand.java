package io.rollouthub.bench;

import io.rollouthub.bench.contender.Finish;
import io.rollouthub.bench.contender.HubContender;
import io.rollouthub.bench.contender.Running;
import io.rollouthub.bench.ground.Ground;
import io.rollouthub.bench.ground.Turn;
import io.rollouthub.bench.mix.Sent;
import io.rollouthub.bench.page.Sheet;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What it costs to keep the state of many reports, in memory and on disk. */
@Command(
        name = "restore",
        description =
                "How much memory the state of the reports takes, in memory and on disk, and how long a start takes"
                        + " on state that is kept and on Kafka's copy of it.")
final class RestoreCommand implements Callable<Integer> {
    private static final int LOT = 50_000;
    private static final double MEBIBYTE = 1 << 20;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws IOException {
        Sheet sheet = new Sheet(
                "state",
                "reports/s",
                "s to go on from what was kept",
                "s from Kafka's copy",
                "MiB resident behind the last report",
                "behind a start",
                "MiB in the state folder");
        try (Ground ground = Ground.prepare()) {
            List<Sent> mix = options.mix(ground);
            for (String stores : List.of("memory", "disk")) {
                for (HubContender hub : options.hubs(Map.of("ROLLOUT_STATE_STORES", stores))) {
                    measure(ground, hub, mix, hub.name() + " in " + stores, sheet);
                }
            }
        }
        options.tell(
                "restore",
                sheet + "\n\n" + Sheet.number(options.reports(), 0)
                        + " reports of the mix; a start is over when the hub has told that all figures are out.");
        return 0;
    }

    /** How long it took until all was out, and what it had resident then. */
    private record Span(Duration took, long resident) {
        double seconds() {
            return took.toMillis() / 1e3;
        }
    }

    private void measure(Ground ground, HubContender hub, List<Sent> mix, String name, Sheet sheet) throws IOException {
        try (Turn turn = Turn.on(ground)) {
            turn.apply(hub.app());
            for (int from = 0; from < mix.size(); from += LOT) {
                turn.publish(turn.encode(mix.subList(from, Math.min(mix.size(), from + LOT))));
            }
            Span first = run(turn, hub);
            BenchOptions.say(name + ": all reports " + first);
            Path state = Files.createDirectories(turn.folder().resolve("state")); // one in memory makes none
            long kept = size(state);
            Span again = run(turn, hub);
            BenchOptions.say(name + ": again " + again);
            Utils.delete(state.toFile());
            Span anew = run(turn, hub);
            BenchOptions.say(name + ": from Kafka's copy " + anew);
            sheet.add(
                    name,
                    Sheet.number(mix.size() / first.seconds(), 0),
                    Sheet.number(again.seconds(), 1),
                    Sheet.number(anew.seconds(), 1),
                    Sheet.number(first.resident() / MEBIBYTE, 0),
                    Sheet.number(again.resident() / MEBIBYTE, 0),
                    Sheet.number(kept / MEBIBYTE, 0));
        }
    }

    private static Span run(Turn turn, HubContender hub) {
        long begun = System.nanoTime();
        try (Running running = hub.start(turn)) {
            Finish.await(turn.ground().admin(), running);
            return new Span(Duration.ofNanos(System.nanoTime() - begun), running.residentBytes());
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toFile)
                    .filter(File::isFile)
                    .mapToLong(File::length)
                    .sum();
        }
    }
}

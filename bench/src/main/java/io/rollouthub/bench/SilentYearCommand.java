package io.rollouthub.bench;

import io.rollouthub.bench.contender.Finish;
import io.rollouthub.bench.contender.HubContender;
import io.rollouthub.bench.contender.LongestSteps;
import io.rollouthub.bench.contender.Running;
import io.rollouthub.bench.ground.Ground;
import io.rollouthub.bench.ground.Turn;
import io.rollouthub.bench.mix.Silence;
import io.rollouthub.bench.page.Sheet;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What time alone costs, when nobody reports anything. */
@Command(
        name = "silent-year",
        description =
                "Puts the clock of a hub forward by a year, and by ten, behind the last report: how many entries that"
                        + " makes in the journal, and how long it takes to judge them.")
final class SilentYearCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long LOOK_MILLIS = 200;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws IOException {
        Sheet sheet = new Sheet(
                "silence",
                "ticks in a partition",
                "of a clock that ticks every 10 s",
                "transitions",
                "s until all is told",
                "s of processor",
                "longest process() ms",
                "longest punctuation ms");
        try (Ground ground = Ground.prepare()) {
            for (Silence silence : List.of(Silence.ofAYear(ground.today()), Silence.ofTenYears(ground.today()))) {
                int port = FreePorts.any();
                for (HubContender hub : options.hubs(Map.of("ROLLOUT_HTTP_PORT", Integer.toString(port)))) {
                    measure(ground, hub, silence, port, sheet);
                }
            }
        }
        options.tell("silent-year", sheet.toString());
        return 0;
    }

    private static void measure(Ground ground, HubContender hub, Silence silence, int port, Sheet sheet)
            throws IOException {
        try (Turn turn = Turn.on(ground)) {
            turn.apply(hub.app());
            turn.publish(turn.encode(silence.before()));
            Path clock = turn.folder().resolve("clock");
            letTimeBe(clock, Duration.ZERO);
            try (Running running = hub.withClock(clock).start(turn)) {
                Finish.await(ground.admin(), running);
                BenchOptions.say("all is reported");
                int ticks = ticks(turn);
                long transitions = transitions(turn);
                LongestSteps longest = new LongestSteps(port);
                Duration before = running.processorTime().plus(ground.brokerTime());
                long begun = System.nanoTime();
                Instant end = letTimeBe(clock, Duration.ofDays(silence.days()));
                await(turn, running, end, longest);
                double seconds = (System.nanoTime() - begun) / 1e9;
                Duration took =
                        running.processorTime().plus(ground.brokerTime()).minus(before);
                sheet.add(
                        hub.name() + ", " + silence.name(),
                        Sheet.number(ticks(turn) - ticks, 0),
                        Sheet.number(TimeUnit.DAYS.toSeconds(silence.days()) / 10.0, 0),
                        Sheet.number(transitions(turn) - transitions, 0),
                        Sheet.number(seconds, 1),
                        Sheet.number(took.toMillis() / 1e3, 1),
                        Sheet.number(longest.of("process"), 0),
                        Sheet.number(longest.of("punctuate"), 0));
            }
        }
    }

    /** Puts the clock so far ahead; what it is then, about. */
    private static Instant letTimeBe(Path clock, Duration ahead) throws IOException {
        Path next = Files.writeString(clock.resolveSibling("next-clock"), ahead.toString());
        Files.move(next, clock, StandardCopyOption.ATOMIC_MOVE);
        return Instant.now().plus(ahead);
    }

    private static void await(Turn turn, Running running, Instant end, LongestSteps longest) {
        Connection connection = new Connection(turn.ground().bootstrapServers(), turn.registry(), turn.folder());
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (!isReached(connection, end)) {
            running.check();
            if (System.nanoTime() - patience > 0) {
                throw running.child().failure("did not come to " + end + " within " + PATIENCE);
            }
            longest.look();
            KafkaCalls.waitUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
        }
        Finish.await(turn.ground().admin(), running);
        longest.look();
    }

    private static boolean isReached(Connection hub, Instant end) {
        HubClock clock = HubClock.read(hub);
        return clock != null && !clock.tick().isBefore(end);
    }

    /** How many ticks the journal has in the partition that has most. */
    private static int ticks(Turn turn) {
        Map<Integer, Integer> ticks = new HashMap<>();
        try (TopicReader reader = new TopicReader(turn.ground().client(), List.of(Topics.JOURNAL.name()))) {
            reader.readToEnd(record -> {
                if (Topics.TICK_KEY.equals(record.key())) {
                    ticks.merge(record.partition(), 1, Integer::sum);
                }
            });
        }
        return ticks.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static long transitions(Turn turn) {
        long[] count = {0};
        try (TopicReader reader = new TopicReader(turn.ground().client(), List.of(Topics.ALERT_TRANSITIONS.name()))) {
            reader.readToEnd(record -> count[0]++);
        }
        return count[0];
    }
}

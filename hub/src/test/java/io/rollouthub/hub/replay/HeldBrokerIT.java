package io.rollouthub.hub.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.embedded.HubToKill;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.model.Mood;
import io.rollouthub.model.Programmes;
import io.rollouthub.model.Size;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.programme.Programme;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.Connection;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.testkit.Command;
import io.rollouthub.testkit.Seed;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay whose broker is held again and again, as on a machine that has no time for it. */
class HeldBrokerIT {
    private static final Duration LONGEST_RUN = Duration.ofSeconds(4);
    private static final Duration HOLD = Duration.ofSeconds(10);
    private static final int HOLDS = Integer.getInteger("rollout.holds", 1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Tag("full")
    @Test
    void comesToTheSameResultOrToAClearEnd(@Seed long seed) throws Exception {
        Path events =
                RandomFiles.write(Programmes.random(seed, Mood.FLOOD, new Size(6, 3, 8, 2, 2, 4, 2, 600)), folder);
        Programme programme = ProgrammeFile.read(folder.resolve("programme.yaml"));
        ReplayPlan plan = new ReplayPlan(programme, List.of(events), null, 3, 1, null);
        List<AlertTransition> undisturbed;
        try (Sandbox sandbox = new Sandbox(folder.resolve("sandbox"))) {
            undisturbed = sandbox.replay(plan, (result, hub) -> result.model().transitions())
                    .value();
        }
        assertThat(undisturbed).isNotEmpty();

        Process broker = HubToKill.start(folder.resolve("held"));
        Holding holding = new Holding(broker, new Random(seed));
        try (BufferedReader output = broker.inputReader(StandardCharsets.UTF_8)) {
            String[] addresses = output.readLine().split(" ");
            List<AlertTransition> held = replay(plan, addresses, holding);
            if (held != null) {
                assertThat(held).isEqualTo(undisturbed);
            }
            System.out.println(
                    "held " + holding.held + " times; " + (held == null ? "a clear end" : "the same result"));
        } finally {
            holding.end();
            broker.descendants().forEach(ProcessHandle::destroyForcibly);
            broker.destroyForcibly();
        }
    }

    /** What it tells; null if it ended with what a person is told. */
    private @Nullable List<AlertTransition> replay(ReplayPlan plan, String[] addresses, Holding holding)
            throws IOException {
        try (SchemaRegistry registry = SchemaRegistry.at(addresses[1], Map.of());
                Replay replay = new Replay(
                        plan,
                        new Connection(addresses[0], registry, folder.resolve("streams")),
                        new Sandbox.Quiet(new ArrayList<>()))) {
            holding.begin();
            return replay.run().model().transitions();
        } catch (RolloutException e) {
            assertThat(e.remedy()).as(e.what()).isNotEmpty();
            return null;
        }
    }

    /** Holds a process at random moments, and lets it go on. */
    private static final class Holding {
        private final Process process;
        private final Random random;
        private final Thread thread;
        private volatile int held;

        Holding(Process process, Random random) {
            this.process = process;
            this.random = random;
            thread = new Thread(this::run, "holding");
            thread.setDaemon(true);
        }

        void begin() {
            thread.start();
        }

        private void run() {
            try {
                for (int hold = 0; hold < HOLDS; hold++) {
                    TimeUnit.MILLISECONDS.sleep(random.nextLong(LONGEST_RUN.toMillis()));
                    signal("-STOP");
                    held++;
                    TimeUnit.MILLISECONDS.sleep(HOLD.toMillis());
                    signal("-CONT");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // it is over
            }
        }

        private void signal(String signal) {
            Command.of("kill", signal, Long.toString(process.pid())).run();
        }

        void end() throws InterruptedException {
            thread.interrupt();
            thread.join();
            signal("-CONT");
        }
    }
}

package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.producer.Report;
import io.rollouthub.producer.Reports;
import io.rollouthub.producer.Target;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.HubReader;
import io.rollouthub.testkit.Guarantee;
import io.rollouthub.testkit.Run;
import io.rollouthub.testkit.Seed;
import io.rollouthub.timetravel.TimeTravel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub killed again and again while a supplier goes on publishing. */
class KillIT {
    private static final int KILLS = Integer.getInteger("rollout.kills", 4);
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(5);
    private static final Duration LONGEST_WORK = Duration.ofSeconds(3);
    private static final List<String> CLUSTERS = List.of("east", "mid", "west");
    private static final LocalDate PAST = LocalDate.of(2026, 1, 31);
    private static final Instant REPORTED = Instant.parse("2026-01-01T09:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final List<ProcessHandle> started = new ArrayList<>();
    private final List<Duration> starts = new ArrayList<>();

    @Tag("full")
    @Test
    void whatIsPublishedMeanwhileIsJudgedOnceAndResultsAreThoseOfAHubThatWasLeftAlone(@Seed long seed)
            throws Exception {
        Random random = new Random(seed);
        Path programme = LiveProgramme.write(folder, "Europe/London");

        HubProcess up = ready(programme);
        try (Hub hub = UpFolder.hub(folder);
                TestSupplier acme = new TestSupplier(hub.connection(), "acme")) {
            Stream stream = new Stream(acme);
            Awaitility.await("both schemas are known")
                    .until(() -> stream.sent.size() > 7); // the registry dies with the hub
            for (int kill = 0; kill < KILLS; kill++) {
                boolean working = kill % 2 == 0;
                await(Duration.ofMillis(random.nextLong((working ? LONGEST_WORK : LONGEST_LIFE).toMillis())));
                kill(up);
                up = working ? start(programme) : ready(programme);
            }
            stream.end();

            List<String> sent = new ArrayList<>(stream.sent);
            for (String cluster : CLUSTERS) {
                acme.deliver(promise("last-" + cluster, cluster));
                sent.add("last-" + cluster);
                String alert = cluster + "/MILESTONE_MISSED/last-" + cluster;
                hub.await("a transition behind all others", model -> model.transitions().stream()
                        .anyMatch(transition -> transition.getAlertId().equals(alert)));
            }
            assertThat(stream.sent).hasSizeGreaterThan(100 * KILLS);
            Run run = hub.run(sent);
            Guarantee.checkAll(run);
            assertThat(run.told()).hasSizeGreaterThan(CLUSTERS.size());

            HubReader reader = new HubReader(hub.connection());
            assertThat(reader.now().milestones())
                    .isEqualTo(TimeTravel.of(reader, Instant.now()).milestones());
            Awaitility.await("a young tick").until(() -> {
                HubClock clock = HubClock.read(hub.connection());
                return clock != null && clock.age().compareTo(Duration.ofSeconds(15)) < 0;
            });
        } finally {
            kill(up);
        }
        System.out.println("start to ready: " + starts);
        Awaitility.await("no orphan").until(() -> started.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Reports one after the other, some refused, until it is ended; what Kafka has not taken is sent until it has. */
    private static final class Stream {
        private final AtomicBoolean ended = new AtomicBoolean();
        private final ConcurrentLinkedQueue<String> sent = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<Future<RecordMetadata>> taken = new ConcurrentLinkedQueue<>();
        private final TestSupplier supplier;
        private final Thread thread;

        Stream(TestSupplier supplier) {
            this.supplier = supplier;
            thread = new Thread(this::run, "stream");
            thread.setDaemon(true);
            thread.start();
        }

        private void run() {
            for (int n = 0; !ended.get(); n++) {
                String cluster = CLUSTERS.get(n % CLUSTERS.size());
                String id = "e-" + n;
                sent.add(id);
                taken.add(supplier.send(
                        switch (n % 7) {
                            case 0 -> promise(id, cluster);
                            case 1 -> Reports.on("nowhere").goLive(id, "p", "r").live(id, REPORTED, PAST);
                            default ->
                                Reports.on(cluster).goLive("s-" + n, "p", "r").live(id, REPORTED, PAST);
                        }));
                await(Duration.ofMillis(10));
            }
        }

        void end() throws Exception {
            ended.set(true);
            thread.join();
            for (Future<RecordMetadata> one : taken) {
                one.get(5, TimeUnit.MINUTES);
            }
        }
    }

    /**
     * Past its due date from the start: its alert opens as it is accepted. No go-live counts for it: with hundreds that each
     * of them counts for, this would measure how fast hundreds of states are published at every report.
     */
    private static Report promise(String id, String cluster) {
        return Reports.on(cluster)
                .commitment(id, "A release that never comes")
                .committed(id, REPORTED, PAST.minusDays(10), Target.delivered("p", "never"));
    }

    private HubProcess ready(Path programme) {
        long start = System.nanoTime();
        HubProcess up = start(programme);
        up.awaitOutput("is up");
        starts.add(Duration.ofNanos(System.nanoTime() - start));
        return up;
    }

    private HubProcess start(Path programme) {
        return HubProcess.start(folder, Map.of(), UpFolder.args(folder, programme));
    }

    private void kill(HubProcess up) {
        started.addAll(up.children());
        up.kill();
    }

    /** The moment of the next step is what these tests are about; nothing is waited for. */
    private static void await(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

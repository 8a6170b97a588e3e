package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.embedded.LocalHub;
import io.rollouthub.hub.settings.Setting;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.output.Alert;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.producer.Reports;
import io.rollouthub.producer.Target;
import io.rollouthub.reader.Connection;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.topology.FlowListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance is killed, and another, which has kept a copy of its state ready, goes on. */
class StandbyIT {
    private static final Instant REPORTED = Instant.parse("2026-01-01T09:00:00Z");
    private static final LocalDate PAST = LocalDate.of(2026, 1, 31);
    private static final List<String> CLUSTERS = List.of("east", "mid", "west");
    private static final int SITES = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Of each partition of each store a few may come while it is looked at, as the clock ticks. */
    private static final long NEXT_TO_NOTHING = 5;

    @TempDir
    private Path folder;

    /** Counts what is read back before a store can be used. */
    private static final class Restored implements FlowListener {
        private final AtomicLong records = new AtomicLong();

        @Override
        public void onBatchRestored(TopicPartition changelog, String store, long batchEnd, long count) {
            records.addAndGet(count);
        }
    }

    @Test
    void theOtherGoesOnWithoutReadingTheStateBack() throws Exception {
        try (LocalHub servers = LocalHub.start(folder.resolve("servers"));
                Hub hub = new Hub(
                        servers.connection().bootstrapServers(),
                        servers.connection().registry().address());
                TestSupplier acme = new TestSupplier(hub.connection(), "acme")) {
            prepare(servers.connection());
            try (HubProcess killed = instance(servers.connection())) {
                killed.awaitOutput("An instance of the hub runs");
                for (int site = 0; site < SITES; site++) {
                    for (String cluster : CLUSTERS) {
                        acme.deliver(Reports.on(cluster)
                                .goLive("site-" + site, "p", "r")
                                .live(cluster + "-" + site, REPORTED, PAST));
                    }
                }
                hub.await("all go-lives", model -> live(model.clusters().values()) == SITES * CLUSTERS.size());

                Restored restored = new Restored();
                Settings settings =
                        Settings.read(null, Map.of(), Map.of(Setting.STANDBY_REPLICAS, "1", Setting.PARTITIONS, "6"));
                Connection own = new Connection(
                        servers.connection().bootstrapServers(),
                        servers.connection().registry(),
                        folder.resolve("other"));
                try (HubStreams other = HubStreams.start(settings.streams(own), own.registry(), restored)) {
                    KafkaStreams ledger = other.parts().get(1).streams();
                    Awaitility.await("it keeps copies ready").atMost(PATIENCE).until(() -> isReady(ledger));
                    long before = restored.records.get();

                    killed.kill();
                    for (String cluster : CLUSTERS) {
                        acme.deliver(Reports.on(cluster)
                                .commitment("late", "A million sites")
                                .committed("late-" + cluster, REPORTED, PAST, Target.goLives(1_000_000)));
                    }
                    hub.await("its alerts", model -> model.openAlerts().stream()
                            .map(Alert::getCluster)
                            .toList()
                            .containsAll(CLUSTERS));

                    assertThat(live(hub.now().clusters().values())).isEqualTo(SITES * CLUSTERS.size());
                    assertThat(restored.records.get() - before)
                            .as("records that were read back")
                            .isLessThan(SITES / 4);
                }
            }
        }
    }

    private static long live(Iterable<ClusterStatus> clusters) {
        long live = 0;
        for (ClusterStatus cluster : clusters) {
            live += cluster.getLive();
        }
        return live;
    }

    /** Whether it has all partitions, some of them as copies, which lack next to nothing. */
    private static boolean isReady(KafkaStreams ledger) {
        long copies = ledger.metadataForLocalThreads().stream()
                .mapToLong(thread -> thread.standbyTasks().size())
                .sum();
        long active = ledger.metadataForLocalThreads().stream()
                .mapToLong(thread -> thread.activeTasks().size())
                .sum();
        return ledger.state() == KafkaStreams.State.RUNNING
                && copies > 0
                && active > 0
                && ledger.allLocalStorePartitionLags().values().stream()
                        .flatMap(store -> store.values().stream())
                        .allMatch(lag -> lag.offsetLag() <= NEXT_TO_NOTHING);
    }

    private void prepare(Connection servers) {
        LiveProgramme.apply(
                LiveProgramme.write(folder, "Europe/London"),
                servers.bootstrapServers(),
                servers.registry().address());
    }

    private HubProcess instance(Connection servers) {
        Map<String, String> settings = Map.of(
                "ROLLOUT_BOOTSTRAP_SERVERS", servers.bootstrapServers(),
                "ROLLOUT_REGISTRY_URL", servers.registry().address(),
                "ROLLOUT_STATE_DIR", folder.resolve("killed").toString(),
                "ROLLOUT_STANDBY_REPLICAS", "1");
        return HubProcess.start(folder, settings, "streams");
    }
}

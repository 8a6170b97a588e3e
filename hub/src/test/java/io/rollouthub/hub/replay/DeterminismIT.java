package io.rollouthub.hub.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollouthub.model.Mood;
import io.rollouthub.model.Programmes;
import io.rollouthub.model.Size;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.Progress;
import io.rollouthub.programme.Programme;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubRecord;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubSettings.Layout;
import io.rollouthub.runtime.HubSettings.Ledger;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.runtime.TopicPlan;
import io.rollouthub.testkit.Seed;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.Arrival;
import io.rollouthub.topology.KeptIn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One journal gives the same transitions, whoever reads it, however often that one is stopped or killed. */
class DeterminismIT {
    private static final int PARTITIONS = 12;
    private static final Layout LAYOUT = new Layout(PARTITIONS, 1, (short) 1);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Tag("full")
    @Test
    void oneJournalGivesTheSameTransitionsAlways(@Seed long seed) throws IOException {
        Path events =
                RandomFiles.write(Programmes.random(seed, Mood.FLOOD, new Size(12, 4, 10, 2, 2, 4, 2, 400)), folder);
        Programme programme = ProgrammeFile.read(folder.resolve("programme.yaml"));
        try (Sandbox sandbox = new Sandbox(folder.resolve("sandbox"))) {
            List<AlertTransition> one = sandbox.replay(
                            new ReplayPlan(programme, List.of(events), null, 1, 1, null),
                            (result, hub) -> result.model().transitions())
                    .value();
            assertThat(one).isNotEmpty();
            sandbox.replay(new ReplayPlan(programme, List.of(events), null, PARTITIONS, 1, null), (result, hub) -> {
                assertThat(result.model().transitions()).as("12 partitions").isEqualTo(one);
                readAgain(hub, programme, one);
                return "";
            });
        }
    }

    private void readAgain(Connection hub, Programme programme, List<AlertTransition> expected) {
        for (int threads : new int[] {1, 3}) {
            recreateOutputs(hub, programme);
            String id = "again-with-" + threads;
            try (HubStreams ledger =
                    HubStreams.startLedger(settings(hub, id, new Ledger(threads, KeptIn.MEMORY)), hub.registry())) {
                awaitCommitted(hub, id, 1.0, ledger);
            }
            assertThat(transitions(hub)).as("%d stream threads", threads).isEqualTo(expected);
        }
        recreateOutputs(hub, programme);
        for (double share : new double[] {0.5, 1.0}) {
            try (HubStreams ledger =
                    HubStreams.startLedger(settings(hub, "restarted", new Ledger(1, KeptIn.DISK)), hub.registry())) {
                awaitCommitted(hub, "restarted", share, ledger);
            }
        }
        assertThat(transitions(hub)).as("a clean restart half-way, on files").isEqualTo(expected);

        recreateOutputs(hub, programme);
        Process child = child(hub, "killed");
        awaitCommitted(hub, "killed", 0.5, null);
        kill(child);
        try (HubStreams ledger = HubStreams.startLedger(settings(hub, "killed", LedgerChild.LEDGER), hub.registry())) {
            awaitCommitted(hub, "killed", 1.0, ledger);
        }
        assertThat(transitions(hub)).as("in slices, killed half-way").isEqualTo(expected);
    }

    private static HubSettings settings(Connection hub, String applicationId, Ledger ledger) {
        return new HubSettings(
                hub.bootstrapServers(),
                hub.stateDir().resolve(applicationId),
                Arrival.REPLAY_HEADER,
                ClockSettings.DEFAULT,
                LAYOUT,
                ledger,
                Map.of("application.id", applicationId));
    }

    private static void recreateOutputs(Connection hub, Programme programme) {
        Provisioning provisioning = new Provisioning(settings(hub, "none", Ledger.DEFAULT), hub.registry());
        provisioning.deleteTopics(Topics.OF_LEDGER.stream().map(Topic::name).toList());
        provisioning.createTopics(new TopicPlan(LAYOUT, Arrival.REPLAY_HEADER).of(programme));
    }

    private static void awaitCommitted(Connection hub, String group, double share, @Nullable HubStreams ledger) {
        List<TopicPartition> journal = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.JOURNAL.name(), partition))
                .toList();
        try (Admin admin = KafkaClients.admin(hub.client())) {
            long all = KafkaCalls.await(
                            "tell the ends",
                            admin.listOffsets(journal.stream()
                                            .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
                                    .all())
                    .values()
                    .stream()
                    .mapToLong(end -> end.offset())
                    .sum();
            await(group + " has done " + share)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        if (ledger != null) {
                            ledger.check();
                        }
                        boolean isApplied = share < 1 || isApplied(hub);
                        return isApplied
                                && KafkaCalls.await(
                                                        "tell positions",
                                                        admin.listConsumerGroupOffsets(group)
                                                                .partitionsToOffsetAndMetadata())
                                                .values()
                                                .stream()
                                                .mapToLong(committed -> committed == null ? 0 : committed.offset())
                                                .sum()
                                        >= all * share;
                    });
        }
    }

    /** Whether the ledger tells of each partition that all is applied but for marks of transactions. */
    private static boolean isApplied(Connection hub) {
        Map<Integer, Long> applied = new HashMap<>();
        Map<Integer, Long> entries = new HashMap<>();
        HubRecord.Decoder decoder = new HubRecord.Decoder(hub.registry());
        try (TopicReader reader =
                new TopicReader(hub.client(), List.of(Topics.PROGRESS.name(), Topics.JOURNAL.name()))) {
            reader.readToEnd(record -> {
                if (record.topic().equals(Topics.JOURNAL.name())) {
                    entries.put(record.partition(), record.offset() + 1);
                } else {
                    Progress told = (Progress)
                            Objects.requireNonNull(decoder.read(record).value());
                    applied.put(told.getPartition(), told.getPosition());
                }
            });
        }
        return applied.equals(entries);
    }

    private static List<AlertTransition> transitions(Connection hub) {
        HubSettings settings = settings(hub, "none", Ledger.DEFAULT);
        try (Watch watch = new Watch(settings, hub.registry(), transition -> {})) {
            ReadModel model = watch.finish();
            return model.transitions();
        }
    }

    private Process child(Connection hub, String applicationId) {
        return ChildJava.start(
                LedgerChild.class,
                folder.resolve("child.log"),
                hub.bootstrapServers(),
                hub.registry().address(),
                hub.stateDir().resolve(applicationId).toString(),
                applicationId,
                Integer.toString(PARTITIONS));
    }

    private static void kill(Process child) {
        child.destroyForcibly();
        try {
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

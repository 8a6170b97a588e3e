package io.rollouthub.hub.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rollouthub.embedded.LocalHub;
import io.rollouthub.entry.Entry;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.journal.Origin;
import io.rollouthub.producer.Reports;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.runtime.StreamsFailedException;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.FlowListener;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else writes to the journal and to the control topic, and the registry loses a schema. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForeignEntriesIT {
    private static final Path PROGRAMME = Path.of("../examples/npfit/programme.yaml");
    private static final Instant AT = Instant.parse("2006-01-01T09:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private LocalHub hub;

    private int reports;
    private long lastOffset;

    @BeforeAll
    void start() {
        hub = LocalHub.start(folder.resolve("servers"));
        Cli apply = Cli.on(hub.connection(), "admin", "apply", "--programme", PROGRAMME.toString());
        assertThat(apply.exitCode()).as(apply.err()).isZero();
        write(new Entry.ProgrammeEntry(ProgrammeFile.read(PROGRAMME), AT));
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    @Order(1)
    void foreignBytesAreToldAndPassedOverByEveryReader() throws Exception {
        write(report("weston"));
        int partition = bytes(Topics.JOURNAL.name(), "south", new byte[] {1, 2, 3});
        bytes(Topics.CONTROL.name(), "tick", new byte[] {1, 2, 3});
        write(report("poole"));
        try (HubStreams streams = run()) {
            awaitSites(streams, Set.of("weston", "poole"));
        }

        assertThat(Cli.on(hub.connection(), "journal", "verify"))
                .returns(0, Cli::exitCode)
                .satisfies(verified -> assertThat(verified.out())
                        .contains("reports 2", "Passed over: 1 records")
                        .contains("rollout.journal " + partition + ":")
                        .contains("is passed over: not in Confluent's wire format"));
        Path exported = folder.resolve("exported.jsonl");
        assertThat(Cli.on(hub.connection(), "journal", "export", exported.toString()))
                .returns(0, Cli::exitCode)
                .satisfies(export -> assertThat(export.err()).contains("is passed over"));
        assertThat(Files.readString(exported)).contains("weston", "poole");
        assertThat(Cli.on(hub.connection(), "status", "--as-of", "2006-02-01T00:00:00Z")
                        .out())
                .contains("weston", "poole");
    }

    @Tag("full")
    @Test
    @Order(2)
    void anEntryThatCannotBeReadStopsTheHubUntilAnOperatorPassesItOver() {
        byte[] unknown =
                ByteBuffer.allocate(9).put((byte) 0).putInt(1_000_000).putInt(7).array();
        int partition = bytes(Topics.JOURNAL.name(), "south", unknown);
        long offset = lastOffset;
        write(report("truro"));
        String place = "rollout.journal " + partition + ":" + offset;
        String sentence = "The record at " + place + " cannot be read: the registry has no schema 1000000";
        try (HubStreams streams = run()) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThatThrownBy(streams::check).isInstanceOf(StreamsFailedException.class));
        }
        assertThat(Cli.on(hub.connection(), "streams"))
                .returns(1, Cli::exitCode)
                .satisfies(streams -> assertThat(streams.err())
                        .contains(sentence, "'rollout admin pass-over " + partition + " " + offset + "'"));
        assertThat(Cli.on(hub.connection(), "journal", "verify"))
                .returns(1, Cli::exitCode)
                .satisfies(verified -> assertThat(verified.err()).contains(sentence));

        assertThat(passOver(partition, offset + 1))
                .returns(1, Cli::exitCode)
                .satisfies(refused -> assertThat(refused.err()).contains("does not stand at", "but at " + place));
        assertThat(passOver(partition, 0)).returns(1, Cli::exitCode).satisfies(refused -> assertThat(refused.err())
                .contains("has applied the entry"));
        assertThat(passOver(partition, offset)).returns(0, Cli::exitCode).satisfies(done -> assertThat(done.out())
                .contains(place + " is left out from now on"));
        try (HubStreams streams = run()) {
            awaitSites(streams, Set.of("weston", "poole", "truro"));
        }
        assertThat(Cli.on(hub.connection(), "journal", "verify"))
                .returns(0, Cli::exitCode)
                .satisfies(verified -> assertThat(verified.out()).contains("Passed over: 2 records", place));
        resetGivesTheSame();
    }

    private void resetGivesTheSame() {
        assertThat(Cli.on(hub.connection(), "reset", "--yes"))
                .satisfies(reset -> assertThat(reset.exitCode()).as(reset.err()).isZero());
        try (HubStreams streams = run()) {
            awaitSites(streams, Set.of("weston", "poole", "truro"));
        }
    }

    private Cli passOver(int partition, long offset) {
        return Cli.on(hub.connection(), "admin", "pass-over", Integer.toString(partition), Long.toString(offset));
    }

    private HubStreams run() {
        return HubStreams.start(
                Settings.read(null, Map.of(), Map.of()).streams(hub.connection()),
                hub.connection().registry(),
                FlowListener.NONE);
    }

    private void awaitSites(HubStreams streams, Set<String> sites) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            streams.check();
            assertThat(new HubReader(hub.connection()).now().milestones().keySet())
                    .allSatisfy(key -> assertThat(key).startsWith("south/"))
                    .hasSize(sites.size());
        });
    }

    private Entry report(String site) {
        Instant acceptedAt = AT.plusSeconds(++reports);
        return new Entry.ReportEntry(
                ReportedEvent.of(Reports.on("south")
                        .goLive(site, "p", "r")
                        .planned("e-" + reports, acceptedAt, LocalDate.of(2007, 1, 1))
                        .by("fujitsu")),
                acceptedAt,
                new Origin(SupplierTopics.in("fujitsu"), 0, (long) reports));
    }

    private void write(Entry entry) {
        try (Producer<String, byte[]> producer =
                KafkaClients.producer(hub.connection().client(), Map.of())) {
            new JournalWriter(producer, hub.connection().registry(), 6).write(entry, (sent, error) -> {});
        }
    }

    /** Writes bytes; the partition where they stand. */
    private int bytes(String topic, String key, byte[] value) {
        try (Producer<String, byte[]> producer =
                KafkaClients.producer(hub.connection().client(), Map.of())) {
            var sent = producer.send(new ProducerRecord<>(topic, key, value)).get();
            lastOffset = sent.offset();
            return sent.partition();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

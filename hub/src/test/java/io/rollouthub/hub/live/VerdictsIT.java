package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollouthub.embedded.LocalHub;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.output.Verdict;
import io.rollouthub.output.VerdictKind;
import io.rollouthub.producer.Report;
import io.rollouthub.producer.Reports;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.FlowListener;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What suppliers are told of their records: one verdict each, and none again whatever is worked out anew. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VerdictsIT {
    private static final String PROGRAMME = "../examples/npfit/programme.yaml";
    private static final String VERDICTS = SupplierTopics.verdicts("fujitsu");
    private static final Instant REPORTED = Instant.parse("2026-01-01T09:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private LocalHub hub;

    @BeforeAll
    void start() {
        hub = LocalHub.start(folder.resolve("servers"));
        prepare(hub.connection());
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    @Order(1)
    void eachRecordHasOneVerdictUnderItsPlace() throws Exception {
        try (HubStreams streams = run(hub.connection());
                TestSupplier fujitsu = new TestSupplier(hub.connection(), "fujitsu")) {
            fujitsu.deliver(goLive("f-1", 30));
            fujitsu.deliver(goLive("f-1", 30));
            fujitsu.deliver(goLive("f-1", 31));
            fujitsu.sendRaw("south", "garbage".getBytes(StandardCharsets.UTF_8)).get();
            fujitsu.deliver(goLive("f-2", 29).replaces("f-0"));
            awaitVerdicts(streams, 5);
        }

        List<ConsumerRecord<String, byte[]>> told = records(hub.connection(), VERDICTS);
        assertThat(told).extracting(ConsumerRecord::key).containsExactlyInAnyOrder(places(0, 5));
        List<Verdict> verdicts = told.stream().map(this::decode).toList();
        assertThat(verdicts)
                .extracting(one -> one.getOrigin().getOffset() + " " + one.getVerdict() + " " + one.getReason() + " "
                        + one.getEventId() + " " + one.getReplacesUnknown())
                .containsExactlyInAnyOrder(
                        "0 ACCEPTED null f-1 false",
                        "1 KNOWN null f-1 false",
                        "2 REJECTED DUPLICATE_ID f-1 false",
                        "3 REJECTED UNDECODABLE null false",
                        "4 ACCEPTED null f-2 true");
        assertThat(verdicts)
                .filteredOn(one -> one.getVerdict() == VerdictKind.REJECTED)
                .allSatisfy(one -> assertThat(one.getSentence()).isNotBlank());
    }

    @Test
    @Order(2)
    void aResetTellsAndRejectsNothingASecondTime() throws Exception {
        reset();
        goOnFrom(5);
    }

    /** Of which nothing was kept up to where suppliers were told: what its ledger had read. */
    @Test
    @Order(3)
    void neitherDoesTheFirstResetOfAHubOfBefore() throws Exception {
        try (Admin admin = KafkaClients.admin(hub.connection().client())) {
            KafkaCalls.await(
                    "delete it",
                    admin.deleteTopics(List.of(Topics.VERDICTS_TOLD.name())).all());
        }
        reset();
        goOnFrom(6);
    }

    @Test
    @Order(4)
    void reportsOfAnImportedJournalGetNone() throws Exception {
        Path exported = folder.resolve("exported.jsonl");
        assertThat(Cli.on(hub.connection(), "journal", "export", exported.toString())
                        .exitCode())
                .isZero();
        try (LocalHub other = LocalHub.start(folder.resolve("other"))) {
            assertThat(Cli.on(other.connection(), "journal", "import", exported.toString()))
                    .satisfies(
                            done -> assertThat(done.exitCode()).as(done.err()).isZero());
            try (HubStreams streams = run(other.connection());
                    TestSupplier fujitsu = new TestSupplier(other.connection(), "fujitsu")) {
                await().atMost(PATIENCE).untilAsserted(() -> {
                    streams.check();
                    assertThat(new HubReader(other.connection())
                                    .now()
                                    .clusters()
                                    .values())
                            .anySatisfy(cluster -> assertThat(cluster.getLive()).isEqualTo(1));
                });
                fujitsu.deliver(goLive("f-9", 28));
                await().atMost(PATIENCE).untilAsserted(() -> {
                    streams.check();
                    assertThat(records(other.connection(), VERDICTS)).isNotEmpty();
                });
            }
            assertThat(records(other.connection(), VERDICTS))
                    .extracting(ConsumerRecord::key)
                    .containsExactly(places(0, 1));
            assertThat(records(other.connection(), SupplierTopics.rejected("fujitsu")))
                    .isEmpty();
        }
    }

    /** One more report, and with its verdict everything before it would have been told again. */
    private void goOnFrom(int told) throws Exception {
        try (HubStreams streams = run(hub.connection());
                TestSupplier fujitsu = new TestSupplier(hub.connection(), "fujitsu")) {
            fujitsu.deliver(goLive("f-" + told, 30 - told));
            awaitVerdicts(streams, told + 1);
        }
        assertThat(records(hub.connection(), VERDICTS))
                .extracting(ConsumerRecord::key)
                .containsExactlyInAnyOrder(places(0, told + 1));
        assertThat(records(hub.connection(), SupplierTopics.rejected("fujitsu")))
                .as("the duplicate and the garbage")
                .hasSize(2);
    }

    private void awaitVerdicts(HubStreams streams, int count) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            streams.check();
            assertThat(records(hub.connection(), VERDICTS)).hasSizeGreaterThanOrEqualTo(count);
        });
    }

    private void reset() {
        assertThat(Cli.on(hub.connection(), "reset", "--yes"))
                .satisfies(reset -> assertThat(reset.exitCode()).as(reset.err()).isZero());
    }

    private static void prepare(Connection at) {
        assertThat(Cli.on(at, "admin", "apply", "--programme", PROGRAMME))
                .satisfies(apply -> assertThat(apply.exitCode()).as(apply.err()).isZero());
    }

    private static HubStreams run(Connection at) {
        return HubStreams.start(Settings.read(null, Map.of(), Map.of()).streams(at), at.registry(), FlowListener.NONE);
    }

    private static Report goLive(String eventId, int day) {
        return Reports.on("south").goLive("weston", "p", "r").live(eventId, REPORTED, LocalDate.of(2025, 12, day));
    }

    private Verdict decode(ConsumerRecord<String, byte[]> record) {
        return (Verdict) new AvroReader(hub.connection().registry(), List.of(SupplierTopics.VERDICTS.schema()))
                .read(record.value());
    }

    private static String[] places(int from, int to) {
        List<String> places = new ArrayList<>();
        for (int offset = from; offset < to; offset++) {
            places.add(SupplierTopics.in("fujitsu") + "/0/" + offset);
        }
        return places.toArray(String[]::new);
    }

    private static List<ConsumerRecord<String, byte[]>> records(Connection at, String topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (TopicReader reader = new TopicReader(at.client(), List.of(topic))) {
            reader.readToEnd(records::add);
        }
        return records;
    }
}

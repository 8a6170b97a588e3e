package io.rollouthub.hub.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollouthub.check.Reason;
import io.rollouthub.embedded.LocalHub;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Parked;
import io.rollouthub.producer.Reports;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.LatestValues;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.FailedAttempts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Records that the hub itself cannot process or pass on: nobody else waits for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ParkedRecordsIT {
    private static final String PROGRAMME = "../examples/npfit/programme.yaml";
    private static final String TOPIC = SupplierTopics.in("bt");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private final LocalHub hub = LocalHub.start(null);
    private final Connection connection = hub.connection();
    private final AvroWriter avro = new AvroWriter(connection.registry());
    private final List<Process> children = new ArrayList<>();
    private int sent;

    /** Where the next record will stand. */
    private long end;

    @BeforeAll
    void prepare() {
        Cli apply = Cli.on(connection, "admin", "apply", "--programme", PROGRAMME);
        assertThat(apply.exitCode()).as(apply.err()).isZero();
    }

    @AfterEach
    void endChildren() {
        children.forEach(Process::destroyForcibly);
        children.clear();
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @Tag("full")
    @Test
    @Order(1)
    void aRecordWithWhichTheProcessEndsIsLeftAfterFiveEndsAndItsNeighboursAreAccepted() throws Exception {
        List<byte[]> batch = new ArrayList<>();
        for (int number = 0; number < 299; number++) {
            batch.add(planned(LocalDate.of(2030, 1, 1)));
        }
        batch.add(bytes(Reports.on("london")
                .goLive("worst", "p", "r")
                .live("worst", now(), LocalDate.of(2090, 1, 1))
                .by("bt")));
        batch.add(planned(LocalDate.of(2030, 1, 1)));
        send(batch);

        int ends = 0;
        Process child = child();
        while (accepted() < 300) {
            if (!child.isAlive()) {
                assertThat(child.exitValue()).isEqualTo(9);
                assertThat(++ends).isLessThanOrEqualTo(FailedAttempts.MOST);
                child = child();
            }
            KafkaCalls.waitUntil(System.nanoTime() + Duration.ofMillis(200).toNanos());
        }

        assertThat(ends).isEqualTo(FailedAttempts.MOST);
        assertLeft(299, "the process ended while it was at work on it");
    }

    @Test
    @Order(2)
    void aRecordAtWhichItFailsIsLeftAfterFiveAttempts() throws Exception {
        long before = accepted();
        long bad = end;
        child();
        send(List.of(planned(LocalDate.of(2200, 1, 1)), planned(LocalDate.of(2030, 1, 1))));

        await().atMost(PATIENCE).until(() -> accepted() == before + 1);
        assertLeft(bad, "a fault of the test's");
    }

    @Test
    @Order(3)
    void whereATopicOfRejectedRecordsIsMissingItsSupplierAloneIsParked() throws Exception {
        long before = accepted();
        child();
        send(List.of(planned(LocalDate.of(2030, 1, 1))));
        await().atMost(PATIENCE).until(() -> accepted() == before + 1);
        try (Admin admin = KafkaClients.admin(connection.client())) {
            KafkaCalls.await(
                    "delete a topic",
                    admin.deleteTopics(List.of(SupplierTopics.rejected("bt"))).all());
        }
        long bad = end;
        send(List.of("garbage".getBytes(StandardCharsets.UTF_8), planned(LocalDate.of(2030, 1, 1))));

        await().atMost(PATIENCE).until(() -> accepted() == before + 2);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(parked()).anySatisfy(one -> assertThat(one)
                .returns(bad, Parked::getOffset)
                .returns("UNDECODABLE", Parked::getReason)
                .returns(true, Parked::getParked)));
    }

    private void assertLeft(long offset, String why) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(parked()).anySatisfy(one -> assertThat(one)
                .returns(TOPIC, Parked::getTopic)
                .returns(offset, Parked::getOffset)
                .returns(FailedAttempts.MOST, Parked::getAttempts)
                .returns(true, Parked::getParked)
                .returns(Reason.UNPROCESSABLE.name(), Parked::getReason)
                .satisfies(left -> assertThat(left.getDetail()).contains(why))));
        List<Rejected> rejected = new ArrayList<>();
        new HubReader(connection).rejected(rejected::add);
        assertThat(rejected)
                .filteredOn(one -> one.why().origin().getOffset() == offset)
                .singleElement()
                .satisfies(one -> assertThat(one.why().refusal().reason()).isEqualTo(Reason.UNPROCESSABLE));
        assertThat(Cli.on(connection, "rejected", "list").out()).contains("UNPROCESSABLE");
    }

    private List<Parked> parked() {
        return List.copyOf(LatestValues.of(Topics.PARKED, connection.client(), connection.registry())
                .values());
    }

    private long accepted() {
        List<JournalEntry> entries = new ArrayList<>();
        new HubReader(connection).journal((partition, entry) -> {
            if (entry.getOrigin() != null) {
                entries.add(entry);
            }
        });
        assertThat(entries)
                .extracting(entry -> entry.getOrigin().getOffset())
                .doesNotHaveDuplicates()
                .doesNotContain(299L);
        return entries.size();
    }

    private Process child() {
        Process child = ChildJava.start(
                GateChild.class,
                folder.resolve("child.log"),
                connection.bootstrapServers(),
                connection.registry().address(),
                folder.resolve("state").toString());
        children.add(child);
        return child;
    }

    private byte[] planned(LocalDate date) {
        String id = "e-" + ++sent;
        return bytes(Reports.on("london")
                .goLive(id, "p", "r")
                .planned(id, now(), date)
                .by("bt"));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private byte[] bytes(SpecificRecord event) {
        return avro.write(SupplierTopics.subject(TOPIC, event.getSchema().getFullName()), event);
    }

    /** All in one batch. */
    private void send(List<byte[]> values) {
        try (Producer<String, byte[]> producer =
                KafkaClients.producer(connection.client(), Map.of("linger.ms", 500, "batch.size", 1 << 20))) {
            values.forEach(value -> producer.send(new ProducerRecord<>(TOPIC, "london", value)));
        }
        end += values.size();
    }
}

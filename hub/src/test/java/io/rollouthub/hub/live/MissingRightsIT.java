package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.hub.replay.Cli;
import io.rollouthub.journal.Parked;
import io.rollouthub.producer.Report;
import io.rollouthub.producer.Reports;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.LatestValues;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.FlowListener;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The hub as a user of its own, from whom a right on one supplier's topic is taken while it runs: nobody else waits. In order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MissingRightsIT {
    private static final String ACME = "acme";
    private static final String BOLT = "bolt";
    private static final String REJECTED = SupplierTopics.rejected(ACME);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private GuardedHub hub;

    @SuppressWarnings("NullAway.Init")
    private Connection open;

    private int sent;

    @BeforeAll
    void start() throws Exception {
        hub = GuardedHub.start(folder);
        open = hub.open();
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    @Order(1)
    void whereRefusedRecordsMayNotBeWrittenTheirSupplierAloneIsParkedAndToldOfWithinAMinute() throws Exception {
        deliver(ACME, BOLT);
        garbage(ACME); // so that it is known that this may be written
        GuardedHub.await()
                .atMost(GuardedHub.WITHIN_A_MINUTE)
                .until(() -> hub.rejected().size() == 1);
        AclBinding denied = HubRights.of(REJECTED, AclOperation.WRITE, AclPermissionType.DENY);
        hub.give(denied);
        garbage(ACME);
        garbage(BOLT);
        try (TestSupplier acme = new TestSupplier(open, ACME)) {
            acme.deliver(planned("again", LocalDate.of(2030, 1, 1)));
            acme.deliver(planned("again", LocalDate.of(2031, 1, 1))); // the ledger refuses that
        }
        deliver(ACME, BOLT);
        awaitParked("UNDECODABLE", "DUPLICATE_ID");

        String why = "topic " + REJECTED + " may not be written by the hub's user; give it the right (ACL) to WRITE";
        hub.awaitHealth("\"check\":\"rejected\",\"ok\":false", why);
        assertThat(hub.metric("rollout_topics_closed")).isEqualTo(1);
        assertThat(Cli.on(open, "status").out()).contains("Not well: " + REJECTED + " did not take what was refused");
        assertThat(Cli.on(open, "doctor").out())
                .contains("WRONG  rejected: " + REJECTED + " did not take what was refused", "(ACL) to WRITE");

        hub.take(denied);
        hub.awaitHealth("\"check\":\"rejected\",\"ok\":true");
        assertThat(hub.metric("rollout_topics_closed")).isZero();
        garbage(ACME);
        GuardedHub.await().atMost(GuardedHub.WITHIN_A_MINUTE).untilAsserted(() -> assertThat(hub.rejected())
                .containsExactlyInAnyOrder(SupplierTopics.in(ACME), SupplierTopics.in(BOLT), SupplierTopics.in(ACME)));
        awaitParked("UNDECODABLE", "DUPLICATE_ID");
    }

    @Tag("full")
    @Test
    @Order(2)
    void whereReportsMayNotBeReadTheirSupplierAloneWaitsUntilTheyMay() throws Exception {
        try (HubStreams other = HubStreams.start(
                hub.settings().withStateDir(folder.resolve("other")), open.registry(), FlowListener.NONE)) {
            GuardedHub.await().atMost(GuardedHub.PATIENCE).until(other::isRunning);
            AclBinding denied = HubRights.of(SupplierTopics.in(ACME), AclOperation.READ, AclPermissionType.DENY);
            hub.give(denied);
            int waiting = 20;
            try (TestSupplier acme = new TestSupplier(open, ACME)) {
                for (int number = 0; number < waiting; number++) {
                    acme.deliver(planned("waits-" + number, LocalDate.of(2030, 1, 1)));
                }
            }
            long before = hub.accepted().size();
            deliver(BOLT);
            deliver(BOLT);

            hub.awaitHealth(
                    "\"check\":\"suppliers\",\"ok\":false", "may not be read by the hub's user: rollout.in.acme");
            assertThat(hub.metric("rollout_topics_unreadable")).isEqualTo(1);
            assertThat(Cli.on(open, "doctor").out()).contains("WRONG  gate-progress", "rollout.in.acme-0");
            assertThat(hub.accepted()).hasSize((int) before + 2).noneMatch(id -> id.startsWith("waits-"));

            hub.take(denied);
            GuardedHub.await().atMost(GuardedHub.WITHIN_A_MINUTE).untilAsserted(() -> assertThat(hub.accepted())
                    .hasSize((int) before + 2 + waiting));
            deliver(ACME, BOLT);
            hub.awaitHealth("\"check\":\"suppliers\",\"ok\":true");
        }
    }

    @Test
    @Order(3)
    void aTopicThatIsHiddenIsToldOfAndReadAgainOnceItIsShown() throws Exception {
        AclBinding denied = HubRights.of(SupplierTopics.in(ACME), AclOperation.DESCRIBE, AclPermissionType.DENY);
        AclBinding unread = HubRights.of(SupplierTopics.in(ACME), AclOperation.READ, AclPermissionType.DENY);
        hub.give(unread);
        hub.give(denied);
        deliver(BOLT);

        hub.awaitHealth("\"check\":\"suppliers\",\"ok\":false", "hidden from the hub's user: rollout.in.acme");
        assertThat(hub.metric("rollout_topics_unreadable")).isEqualTo(1);

        hub.take(denied);
        hub.take(unread);
        deliver(ACME, BOLT);
        hub.awaitHealth("\"check\":\"suppliers\",\"ok\":true");
        assertThat(hub.metric("rollout_topics_unreadable")).isZero();
    }

    private void garbage(String supplier) throws Exception {
        try (TestSupplier one = new TestSupplier(open, supplier)) {
            one.sendRaw("east", "garbage".getBytes(StandardCharsets.UTF_8)).get();
        }
    }

    /** Reports of these are accepted, and what follows is told, within a minute. */
    private void deliver(String... suppliers) throws Exception {
        List<String> sites = new ArrayList<>();
        for (String supplier : suppliers) {
            String id = supplier + "-" + ++sent;
            sites.add(id);
            try (TestSupplier one = new TestSupplier(open, supplier)) {
                one.deliver(planned(id, LocalDate.of(2030, 1, 1)));
            }
        }
        GuardedHub.await().atMost(GuardedHub.WITHIN_A_MINUTE).untilAsserted(() -> {
            hub.streams().check();
            assertThat(new HubReader(open).now().milestones().keySet())
                    .satisfies(keys -> sites.forEach(site -> assertThat(keys).anyMatch(key -> key.contains(site))));
        });
    }

    private static Report planned(String id, LocalDate date) {
        return Reports.on("east").goLive(id, "p", "r").planned(id, Instant.now().truncatedTo(ChronoUnit.MILLIS), date);
    }

    /** What was refused and not written stands on its topic once, with nothing else. */
    private void awaitParked(String... reasons) {
        GuardedHub.await().atMost(GuardedHub.WITHIN_A_MINUTE).untilAsserted(() -> assertThat(
                        LatestValues.of(Topics.PARKED, open.client(), open.registry())
                                .values())
                .allMatch(one -> one.getTopic().equals(SupplierTopics.in(ACME)) && one.getParked())
                .extracting(Parked::getReason)
                .containsExactlyInAnyOrder(reasons));
    }
}

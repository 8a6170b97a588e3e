package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.embedded.LocalHub;
import io.rollouthub.http.HttpServer;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.hub.metrics.Monitoring;
import io.rollouthub.hub.metrics.Scrape;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.runtime.BrokenPromise;
import io.rollouthub.runtime.BrokenPromiseException;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.runtime.TopicPromise;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import io.rollouthub.topology.FlowListener;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Topics that somebody has set so that the hub cannot keep what it promises: at the start, and while it runs. In order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TopicSettingsIT {
    private static final Path PROGRAMME = Path.of("../examples/npfit/programme.yaml");
    private static final String IN = SupplierTopics.in("bt");
    private static final String TIME = "message.timestamp.type";
    private static final String SET_TIME = "set " + TIME + " of topic " + IN + " from CreateTime to LogAppendTime";
    private static final String BROKEN = "topic rollout.in.bt has " + TIME
            + " CreateTime instead of LogAppendTime: the supplier chooses when its reports were accepted";
    private static final Duration WITHIN_A_MINUTE = Duration.ofSeconds(60);

    private final LocalHub hub = LocalHub.start(null);
    private final Connection connection = hub.connection();
    private final HubSettings settings = Settings.read(null, Map.of(), Map.of()).streams(connection);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @BeforeAll
    void prepare() {
        assertThat(apply().exitCode()).isZero();
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    @Order(1)
    void theStartIsRefusedInOneSentenceAndApplyTellsBeforeAndAfter() {
        set(IN, TIME, "CreateTime");
        set(Topics.JOURNAL.name(), "retention.ms", "604800000");

        assertThatThrownBy(() -> start(settings))
                .isInstanceOf(BrokenPromiseException.class)
                .hasMessageContaining("(acceptance-time,kept-for-ever): " + BROKEN)
                .hasMessageContaining("retention.ms of rollout.journal")
                .hasMessageContaining("accept.weaker=acceptance-time,kept-for-ever");
        Cli streams = Cli.on(connection, "streams");
        assertThat(streams.exitCode()).isEqualTo(1);
        assertThat(streams.err())
                .contains("rollout: The hub cannot keep what it promises")
                .doesNotContain("\tat ");
        assertThat(Cli.on(connection, "doctor").out())
                .contains(
                        "WRONG  topic rollout.in.bt: " + TIME + " is CreateTime instead of LogAppendTime; by this the"
                                + " supplier chooses when its reports were accepted (promise acceptance-time)",
                        "WRONG  topic rollout.journal: retention.ms is 604800000 instead of -1; by this what is older");

        String dry = apply("--dry-run").out();
        assertThat(dry).contains(SET_TIME, "set retention.ms of topic rollout.journal from 604800000 to -1");
        assertThat(apply().out()).isEqualTo(dry);
        assertThat(apply().out().strip()).isEqualTo("nothing to change");
    }

    @Test
    @Order(2)
    void whatIsSetLargerOrOtherwiseWithoutHarmStopsNothing() {
        set(Topics.JOURNAL.name(), "max.message.bytes", "3145728");
        set(Topics.JOURNAL.name(), "compression.type", "zstd");
        set(IN, "max.message.bytes", "1048576");
        try (HubStreams streams = start(settings)) {
            assertThat(streams.broken()).isEmpty();
        }
        apply();
    }

    @Test
    @Order(3)
    void withAWeakerPromiseAcceptedItRunsAndIsToldEverywhere() throws Exception {
        set(IN, TIME, "CreateTime");
        HubSettings weaker = settings.without(Set.of(TopicPromise.ACCEPTANCE_TIME));
        String config = Files.writeString(folder.resolve("hub.properties"), "accept.weaker=acceptance-time\n")
                .toString();
        HttpSettings http = HttpSettings.loopback(0);
        try (Monitoring monitoring = new Monitoring(connection, ClockSettings.DEFAULT);
                HttpServer server = HttpServer.start(http, monitoring.routes(http));
                HubStreams streams = HubStreams.start(weaker, connection.registry(), monitoring.listener())) {
            monitoring.watch(streams);
            assertThat(streams.broken()).extracting(BrokenPromise::accepted).containsExactly(true);
            String given = "acceptance-time is given up (accept.weaker): " + BROKEN;
            Awaitility.await().atMost(WITHIN_A_MINUTE).untilAsserted(() -> {
                HttpResponse<String> ready = Scrape.get(server.address() + "health/ready");
                assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
                assertThat(ready.body()).contains(given);
            });
            assertThat(Scrape.of(server.address()).value("rollout_promise_broken{promise=\"acceptance-time\"}"))
                    .isEqualTo(1);
            assertThat(Cli.on(connection, "doctor", "--config", config).out()).contains("ok     promises: " + given);
            assertThat(Cli.on(connection, "status", "--config", config).out())
                    .contains("Weaker than promised: " + given);
            assertThat(apply("--config", config).out())
                    .contains(TIME + " of topic " + IN + " stays CreateTime", "nothing to change");
        }
        assertThat(apply().out()).contains(SET_TIME);
    }

    @Tag("full")
    @Test
    @Order(4)
    void whatIsSetWhileItRunsIsToldWithinAMinuteAndSoIsThatItHasBeenSetRight() throws Exception {
        HttpSettings http = HttpSettings.loopback(0);
        try (Monitoring monitoring = new Monitoring(connection, ClockSettings.DEFAULT);
                HttpServer server = HttpServer.start(http, monitoring.routes(http));
                HubStreams streams = HubStreams.start(settings, connection.registry(), monitoring.listener())) {
            monitoring.watch(streams);
            await(server, 200, "\"degraded\":false");

            set(Topics.JOURNAL.name(), "retention.ms", "604800000");
            await(server, 200, "\"degraded\":true", "kept-for-ever is not kept: topic rollout.journal");
            set(IN, TIME, "CreateTime");
            await(server, 503, "acceptance-time is not kept: " + BROKEN, "rollout admin apply");
            assertThat(Scrape.of(server.address()).value("rollout_promise_broken{promise=\"kept-for-ever\"}"))
                    .isEqualTo(1);
            assertThat(Cli.on(connection, "status").out())
                    .contains("Not well: acceptance-time is not kept: " + BROKEN, "'rollout doctor'");

            apply();
            await(server, 200, "\"degraded\":false", "are kept by the topics' settings");
        }
    }

    private static void await(HttpServer server, int status, String... texts) {
        Awaitility.await().atMost(WITHIN_A_MINUTE).untilAsserted(() -> {
            HttpResponse<String> ready = Scrape.get(server.address() + "health/ready");
            assertThat(ready.statusCode()).as(ready.body()).isEqualTo(status);
            assertThat(ready.body().replace("\": ", "\":")).contains(texts);
        });
    }

    private HubStreams start(HubSettings with) {
        return HubStreams.start(with, connection.registry(), FlowListener.NONE);
    }

    private Cli apply(String... more) {
        List<String> command = new ArrayList<>(List.of("admin", "apply", "--programme", PROGRAMME.toString()));
        command.addAll(List.of(more));
        return Cli.on(connection, command.toArray(String[]::new));
    }

    private void set(String topic, String setting, String value) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
        try (Admin admin = KafkaClients.admin(connection.client())) {
            KafkaCalls.await(
                    "alter",
                    admin.incrementalAlterConfigs(Map.of(resource, List.of(change)))
                            .all());
        }
    }
}

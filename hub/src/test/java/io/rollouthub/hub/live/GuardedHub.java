package io.rollouthub.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.embedded.GuardedBroker;
import io.rollouthub.embedded.LocalHub;
import io.rollouthub.http.HttpServer;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.hub.metrics.Monitoring;
import io.rollouthub.hub.metrics.Scrape;
import io.rollouthub.hub.replay.Cli;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubReader;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubStreams;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A hub that runs as a user of its own, with the rights that it needs, on a broker that asks for them. */
final class GuardedHub implements AutoCloseable {
    static final Duration WITHIN_A_MINUTE = Duration.ofSeconds(60);

    /** A start, with others that use this machine. */
    static final Duration PATIENCE = Duration.ofSeconds(120);

    private final LocalHub local = LocalHub.start(null); // its registry is taken, its broker not
    private final GuardedBroker broker;
    private final Connection open;
    private final HubSettings settings;
    private final Monitoring monitoring;
    private final HttpServer server;
    private final HubStreams streams;
    private final Path folder;
    private final String applied;
    private final Map<String, String> login;

    private GuardedHub(Path folder) throws Exception {
        this.folder = folder;
        broker = GuardedBroker.start(folder.resolve("guarded"));
        open = new Connection(
                broker.innerServers(), local.connection().registry(), folder.resolve("open"), broker.administrator());
        Path programme = LiveProgramme.write(folder, "Europe/London", LiveProgramme.CONSUMER);
        applied = apply(programme);
        login = login("rollout-hub");
        Connection guarded = new Connection(broker.servers(), open.registry(), folder.resolve("streams"), login);
        Map<String, String> environment = new HashMap<>(Map.of("ROLLOUT_CLOCK_MAX_HOLD", "5s"));
        login.forEach((key, value) ->
                environment.put("ROLLOUT_KAFKA_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        Settings given = Settings.read(null, environment, Map.of());
        settings = given.streams(guarded);
        monitoring = new Monitoring(guarded, given.clock());
        HttpSettings http = HttpSettings.loopback(0);
        server = HttpServer.start(http, monitoring.routes(http));
        streams = HubStreams.start(settings, open.registry(), monitoring.listener());
        monitoring.watch(streams);
    }

    /** Starts it in a folder, and waits until it is ready. */
    static GuardedHub start(Path folder) throws Exception {
        GuardedHub hub = new GuardedHub(folder);
        await().atMost(PATIENCE).until(() -> hub.ready().statusCode() == 200);
        return hub;
    }

    /** As one who may do everything. */
    Connection open() {
        return open;
    }

    /** What was told when rights were given. */
    String applied() {
        return applied;
    }

    /** As Kafka's administrator, with rights and quotas; what it told. */
    String apply(Path programme, String... more) {
        List<String> command =
                new ArrayList<>(List.of("admin", "apply", "--acls", "--programme", programme.toString()));
        command.addAll(List.of(more));
        Cli cli = Cli.on(open, command.toArray(String[]::new));
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        return cli.out();
    }

    /** Makes a user with a password; how it logs in. */
    Map<String, String> login(String user) {
        Cli cli = Cli.on(open, "admin", "user", "add", user);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        String word = "password: ";
        return login(
                user,
                cli.out()
                        .lines()
                        .filter(line -> line.startsWith(word))
                        .findFirst()
                        .orElseThrow()
                        .substring(word.length()));
    }

    /** How a user logs in who has a password. */
    Map<String, String> login(String user, String password) {
        return broker.login(user, password);
    }

    /** How it logs in itself. */
    Map<String, String> login() {
        return login;
    }

    /** As a user who logs in so. */
    Connection as(Map<String, String> login) {
        return new Connection(broker.servers(), open.registry(), folder.resolve("nobody"), login);
    }

    HubSettings settings() {
        return settings;
    }

    HubStreams streams() {
        return streams;
    }

    /** On whose topics the refused records stood that are told. */
    List<String> rejected() {
        List<String> topics = new ArrayList<>();
        new HubReader(open).rejected(one -> topics.add(one.why().origin().getTopic()));
        return topics;
    }

    /** The events in the journal; no origin stands there twice. */
    List<String> accepted() {
        List<String> ids = new ArrayList<>();
        List<String> origins = new ArrayList<>();
        new HubReader(open).journal((partition, entry) -> {
            if (entry.getOrigin() != null) {
                origins.add(entry.getOrigin().toString());
                ids.add(ReportedEvent.of((SpecificRecord) entry.getEntry()).eventId());
            }
        });
        assertThat(origins).doesNotHaveDuplicates();
        return ids;
    }

    private HttpResponse<String> ready() throws Exception {
        return Scrape.get(server.address() + "health/ready");
    }

    /** A thread that fails where a right is missing is replaced, and fails nobody's test. */
    static ConditionFactory await() {
        return Awaitility.await().dontCatchUncaughtExceptions();
    }

    /** What a metric without labels tells. */
    double metric(String name) throws Exception {
        return Scrape.of(server.address()).value(name);
    }

    /** Within a minute. */
    void awaitHealth(String... texts) {
        await().atMost(WITHIN_A_MINUTE)
                .untilAsserted(
                        () -> assertThat(ready().body().replace("\": ", "\":")).contains(texts));
    }

    void give(AclBinding binding) {
        try (Admin admin = KafkaClients.admin(open.client())) {
            KafkaCalls.await("create an ACL", admin.createAcls(List.of(binding)).all());
        }
    }

    void take(AclBinding binding) {
        try (Admin admin = KafkaClients.admin(open.client())) {
            KafkaCalls.await(
                    "delete an ACL",
                    admin.deleteAcls(List.of(binding.toFilter())).all());
        }
    }

    @Override
    public void close() {
        streams.close();
        server.close();
        monitoring.close();
        broker.close();
        local.close();
    }
}

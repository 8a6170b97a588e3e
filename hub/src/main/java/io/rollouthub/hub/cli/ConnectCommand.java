package io.rollouthub.hub.cli;

import io.rollouthub.embedded.ConnectFolder;
import io.rollouthub.embedded.ConnectWorker;
import io.rollouthub.embedded.Loopback;
import io.rollouthub.hub.settings.SecretFile;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.hub.worker.ConnectRest;
import io.rollouthub.hub.worker.ConnectorFile;
import io.rollouthub.hub.worker.ConnectorSetup;
import io.rollouthub.hub.worker.Lookups;
import io.rollouthub.hub.worker.Supervisor;
import io.rollouthub.hub.worker.Variables;
import io.rollouthub.hub.worker.WorkerSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.topic.Prefix;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a worker of Kafka Connect beside a hub, with the connectors that are configured, and looks after them. */
@Command(
        name = "connect",
        description =
                "Run a worker of Kafka Connect with the hub's connectors: reports from files, results to databases,"
                        + " alerts to pagers.",
        footer = "  POSTGRES_URL=jdbc:postgresql://localhost/rollout POSTGRES_USER=rollout rollout connect --data d")
final class ConnectCommand extends HubCommand {
    private static final Path USUAL = Path.of("connectors", "config");
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int USUAL_PORT = 8083;

    @Option(
            names = "--connectors",
            paramLabel = "DIR",
            description =
                    "Configurations of connectors, *.json and *.properties. Default: connectors/config, or those that"
                            + " come with the hub. One with a variable that has no value is left out.")
    private @Nullable Path connectors;

    @Option(
            names = "--console",
            paramLabel = "URL",
            description =
                    "The console's address, for links in alerts: $${console} in configurations. Default: that of the"
                            + " hub on the data folder.")
    private @Nullable String console;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the worker's REST interface, on this machine. Default: 8083, or the next free one.")
    private @Nullable Integer port;

    @Override
    int run() {
        Arguments.port(spec(), port);
        ConnectFolder program = ConnectFolder.ofApplication();
        Path usual = Files.isDirectory(USUAL) ? USUAL : program.config();
        List<ConnectorFile> files = ConnectorFile.in(connectors == null ? usual : connectors);
        Lookups lookups = Lookups.of(files);
        Map<String, String> environment = SecretFile.putIn(System.getenv(), lookups.variables());
        Settings settings = hub.settings();
        try (OpenedHub opened = hub.as(UpRights.CONNECT).openRunning(settings)) {
            Connection connection = opened.connection();
            Path dir = connection.stateDir().resolveSibling("rollout-connect");
            Map<String, String> worked = WorkerSettings.of(
                    connection,
                    connection.registry().properties(),
                    settings.layout().replicas(),
                    lookups);
            int listening = port == null ? Loopback.freeFrom(USUAL_PORT) : port;
            try (ConnectWorker worker = ConnectWorker.start(
                    program, dir, new ConnectWorker.Told(worked, lookups.in(environment)), listening)) {
                ConnectRest rest = new ConnectRest(worker.door());
                say("A Connect worker runs on Kafka at " + connection.bootstrapServers() + ", its REST interface is at "
                        + worker.door().url() + ". Ctrl-C ends it.");
                new ConnectorSetup(
                                rest,
                                variables(
                                        connection, console == null ? hub.consoleUrl(settings) : console, environment),
                                this::say)
                        .apply(files);
                lookAfter(worker, rest);
            }
        }
        return 0;
    }

    private static Variables variables(Connection hub, @Nullable String console, Map<String, String> environment) {
        Map<String, String> addresses = new HashMap<>();
        addresses.put("bootstrap", hub.bootstrapServers());
        addresses.put("registry", hub.registry().address());
        addresses.put("prefix", Prefix.own().text());
        if (console != null) {
            addresses.put("console", console.replaceFirst("/+$", ""));
        }
        return new Variables(addresses, environment);
    }

    /** Until Ctrl-C, or the worker ends. */
    private void lookAfter(ConnectWorker worker, ConnectRest rest) {
        Supervisor supervisor = new Supervisor(rest::restart, this::sayAside);
        while (!worker.endsWithin(LOOK)) {
            try {
                supervisor.look(rest.parts(), Instant.now());
            } catch (ConnectRest.NotDone e) {
                // Busy, or about to end: the next look tells.
            }
        }
        throw worker.ended();
    }
}

package io.rollouthub.bench.faults;

import io.rollouthub.bench.ground.App;
import io.rollouthub.embedded.ChildProcess;
import io.rollouthub.embedded.ClassArchive;
import io.rollouthub.embedded.RegistryProgram;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The programs of the application, each started in a folder of its own: the registry, instances, a worker, commands. */
final class Programs {
    private static final String WEBHOOK = """
            {"name": "webhook", "config": {
              "connector.class": "io.rollouthub.connect.webhook.WebhookSinkConnector",
              "topics": "%s",
              "url": "%s",
              "hold-down": "0s",
              "retry.backoff.max.ms": "2000",
              "errors.retry.timeout": "-1"
            }}
            """;
    private static final String QUICKLY = "-XX:TieredStopAtLevel=1";

    private final App app = App.own();
    private final Path folder;
    private final Addresses addresses;
    private int commands;

    /**
     * Where all is.
     *
     * @param kafka by wires that can be cut
     * @param inside Kafka by ways that are never cut
     * @param registry the port of the registry
     * @param registryWire the port of the wire to it
     * @param worker the port of the Connect worker
     */
    record Addresses(String kafka, String inside, int registry, int registryWire, int worker) {}

    Programs(Path folder, Addresses addresses) {
        this.folder = folder;
        this.addresses = addresses;
    }

    Part registry() {
        return new Part(
                "registry",
                "is up at",
                run -> start(
                        "registry/run-" + run,
                        Map.of(),
                        List.of("-Xmx64m"),
                        List.of(
                                "serve",
                                "registry",
                                "--data",
                                folder.resolve("registry/data").toString(),
                                "--host",
                                "127.0.0.1",
                                "--port",
                                Integer.toString(addresses.registry()))));
    }

    /**
     * An instance of the hub.
     *
     * @param settings by the names of their environment variables
     * @param clock the file that says how far ahead its clock is
     */
    Part instance(String name, Map<String, String> settings, Path clock) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(environment(name));
        return new Part(
                name,
                "An instance of the hub runs",
                run -> start(
                        name + "/run-" + run,
                        all,
                        List.of("-Drollout.test.clock-offset=" + clock),
                        List.of("streams")));
    }

    /** A Connect worker that tells an address of alerts. */
    Part worker(String url) throws IOException {
        Path connectors = Files.createDirectories(folder.resolve("connectors"));
        Files.writeString(connectors.resolve("webhook.json"), WEBHOOK.formatted(Topics.ALERT_TRANSITIONS.name(), url));
        List<String> command = List.of(
                "connect", "--connectors", connectors.toString(), "--port", Integer.toString(addresses.worker()));
        return new Part(
                "worker",
                "A Connect worker runs",
                run -> start("worker/run-" + run, environment("worker"), List.of("-Xmx96m"), command));
    }

    private Map<String, String> environment(String name) {
        return Map.of(
                "ROLLOUT_BOOTSTRAP_SERVERS", addresses.kafka(),
                "ROLLOUT_REGISTRY_URL", RegistryProgram.url(addresses.registryWire()),
                "ROLLOUT_STATE_DIR", folder.resolve(name).resolve("state").toString());
    }

    private ChildProcess start(String own, Map<String, String> environment, List<String> jvm, List<String> command) {
        List<String> options = new ArrayList<>(jvm);
        options.add(QUICKLY);
        options.addAll(new ClassArchive(app.folder().resolve("hub.jsa")).options());
        return app.start(folder.resolve(own), environment, options, command.toArray(String[]::new));
    }

    /** What a command prints that looks at this hub, or changes it. */
    String runOnHub(Duration patience, List<String> command) {
        return run(patience, onHub(command));
    }

    private List<String> onHub(List<String> command) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--connect", addresses.inside(), "--registry", RegistryProgram.url(addresses.registry())));
        return all;
    }

    /** What a command prints that looks at this hub, and may end as one does that has found something. */
    String look(Duration patience, List<String> command) {
        return run(patience, onHub(command), 1);
    }

    /** What any command prints. */
    String run(Duration patience, List<String> command) {
        return run(patience, command, 0);
    }

    private String run(Duration patience, List<String> command, int worst) {
        try (ChildProcess process = start("command-" + ++commands, Map.of(), List.of(), command)) {
            if (!process.endsWithin(patience) || process.process().exitValue() > worst) {
                throw process.failure("did not do " + String.join(" ", command));
            }
            return process.output();
        }
    }
}

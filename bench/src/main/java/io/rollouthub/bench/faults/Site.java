package io.rollouthub.bench.faults;

import io.rollouthub.bench.ground.App;
import io.rollouthub.embedded.ChildProcess;
import io.rollouthub.embedded.RegistryProgram;
import io.rollouthub.reader.Connection;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Brokers, registry and instances of the hub in processes of their own, and the wires between them. */
final class Site implements AutoCloseable {
    private static final String UP = "An instance of the hub runs";
    private static final int INSTANCES = 2;
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
    private static final List<String> QUICKLY = List.of("-XX:TieredStopAtLevel=1");

    private final Path folder;
    private final App app = App.own();
    private final Quorum quorum;
    private final Part registry;
    private final Wire registryWire;
    private final String registryUrl;
    private final String registryWireUrl;
    private final int workerPort;
    private final List<Part> brokers;
    private final List<Part> instances;
    private final List<Part> workers = new ArrayList<>();
    private int commands;

    private Site(Path folder, Quorum quorum, Ports ports, Map<String, String> settings) throws IOException {
        this.folder = folder;
        this.quorum = quorum;
        int port = ports.next();
        int wire = ports.next();
        registryUrl = RegistryProgram.url(port);
        registry = new Part("registry", "is up at", run -> startRegistry(port, run));
        registryWire = Wire.between("wire to registry", wire, port);
        brokers = quorum.parts();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("ROLLOUT_BOOTSTRAP_SERVERS", quorum.bootstrapServers());
        registryWireUrl = RegistryProgram.url(wire);
        workerPort = ports.next();
        environment.put("ROLLOUT_REGISTRY_URL", registryWireUrl);
        instances = IntStream.rangeClosed(1, INSTANCES)
                .mapToObj(number -> "instance-" + number)
                .map(name -> new Part(name, UP, run -> startInstance(name, environment, run)))
                .toList();
    }

    /**
     * Starts all of it, with the programme in force.
     *
     * @param settings of the hub, by the names of their environment variables
     */
    static Site start(Path folder, int brokers, String programme, Map<String, String> settings) throws IOException {
        Ports ports = new Ports();
        Site site = new Site(folder, Quorum.prepare(folder, brokers, ports), ports, settings);
        try {
            Files.writeString(folder.resolve("programme.yaml"), programme);
            site.letTimeBe(Duration.ZERO);
            Stream.concat(site.brokers.stream(), Stream.of(site.registry)).forEach(Part::start);
            site.brokers.forEach(Part::awaitReady);
            site.registry.awaitReady();
            site.apply();
            site.instances.forEach(instance -> instance.start().awaitReady());
            return site;
        } catch (RuntimeException | IOException e) {
            site.close();
            throw e;
        }
    }

    private ChildProcess startRegistry(int port, int run) {
        List<String> jvm = List.of("-XX:TieredStopAtLevel=1", "-Xmx64m");
        return app.start(
                folder.resolve("registry/run-" + run),
                Map.of(),
                jvm,
                "serve",
                "registry",
                "--data",
                folder.resolve("registry/data").toString(),
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port));
    }

    private ChildProcess startInstance(String name, Map<String, String> environment, int run) {
        Map<String, String> own = new HashMap<>(environment);
        own.put("ROLLOUT_STATE_DIR", folder.resolve(name).resolve("state").toString());
        List<String> jvm = List.of("-XX:TieredStopAtLevel=1", "-Drollout.test.clock-offset=" + clock());
        return app.start(folder.resolve(name).resolve("run-" + run), own, jvm, "streams");
    }

    /** Starts a Connect worker that tells an address of alerts. */
    void tell(String url) throws IOException {
        Path connectors = Files.createDirectories(folder.resolve("connectors"));
        Files.writeString(connectors.resolve("webhook.json"), WEBHOOK.formatted(Topics.ALERT_TRANSITIONS.name(), url));
        Part worker = new Part("worker", "A Connect worker runs", run -> startWorker(connectors, run));
        workers.add(worker.start());
        worker.awaitReady();
    }

    private ChildProcess startWorker(Path connectors, int run) {
        Map<String, String> environment = Map.of(
                "ROLLOUT_BOOTSTRAP_SERVERS", quorum.bootstrapServers(),
                "ROLLOUT_REGISTRY_URL", registryWireUrl,
                "ROLLOUT_STATE_DIR", folder.resolve("worker/state").toString());
        return app.start(
                folder.resolve("worker/run-" + run),
                environment,
                List.of("-XX:TieredStopAtLevel=1", "-Xmx96m"),
                "connect",
                "--connectors",
                connectors.toString(),
                "--port",
                Integer.toString(workerPort));
    }

    /** Makes topics and schemas that are missing, as a person does. */
    void apply() {
        command(
                Duration.ofMinutes(3),
                List.of(
                        "admin",
                        "apply",
                        "--programme",
                        folder.resolve("programme.yaml").toString()));
    }

    /** What a command prints that looks at this hub, or changes it. */
    String command(Duration patience, List<String> command) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("--connect", quorum.insideServers(), "--registry", registryUrl));
        return run(patience, all);
    }

    /** What any command prints. */
    String run(Duration patience, List<String> command) {
        Path own = folder.resolve("command-" + ++commands);
        try (ChildProcess process = app.start(own, Map.of(), QUICKLY, command.toArray(String[]::new))) {
            if (!process.endsWithin(patience) || process.process().exitValue() != 0) {
                throw process.failure("did not do " + String.join(" ", command));
            }
            return process.output();
        }
    }

    /** Puts the clocks of all instances so far ahead. */
    void letTimeBe(Duration ahead) throws IOException {
        Path next = Files.writeString(folder.resolve("next-clock"), ahead.toString());
        Files.move(next, clock(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path clock() {
        return folder.resolve("clock");
    }

    /** Starts what has ended without having been killed. The names of these. */
    List<String> startEnded() {
        List<Part> ended = all().filter(Part::hasEnded).toList();
        ended.forEach(Part::start);
        return ended.stream().map(Part::name).toList();
    }

    Stream<Part> all() {
        return Stream.of(brokers, List.of(registry), instances, workers).flatMap(List::stream);
    }

    List<Part> brokers() {
        return brokers;
    }

    List<Part> instances() {
        return instances;
    }

    /** The Connect worker, if there is one. */
    Optional<Part> worker() {
        return workers.stream().findFirst();
    }

    Part registry() {
        return registry;
    }

    List<Wire> wires() {
        return quorum.wires();
    }

    Wire registryWire() {
        return registryWire;
    }

    Path folder() {
        return folder;
    }

    /** What the first broker has its data on, if it can be filled. */
    Optional<SmallDisk> disk() {
        return quorum.disk();
    }

    /** As suppliers and instances reach Kafka. */
    Map<String, Object> outside() {
        return Map.of("bootstrap.servers", quorum.bootstrapServers());
    }

    /** For one who reckons: past all wires. */
    Connection inside() {
        return new Connection(
                quorum.insideServers(), SchemaRegistry.at(registryUrl, Map.of()), folder.resolve("unused"));
    }

    @Override
    public void close() {
        all().forEach(Part::close);
        quorum.close();
        registryWire.close();
    }
}

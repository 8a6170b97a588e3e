package io.rollouthub.hub.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollouthub.embedded.ConnectFolder;
import io.rollouthub.embedded.ConnectWorker;
import io.rollouthub.embedded.LocalHub;
import io.rollouthub.hub.journal.LedgerReset;
import io.rollouthub.hub.worker.ConnectRest.Part;
import io.rollouthub.programme.Cluster;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.programme.Thresholds;
import io.rollouthub.reader.ClockSettings;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubSettings.Layout;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.Prefix;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topology.Arrival;
import io.rollouthub.topology.FlowListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A hub (broker, registry, rules on a live clock that ticks every second) in this process and a worker beside it.
 *
 * <p>Shared by the tests of a JVM, so each keeps to a cluster of its own ({@code sql}, {@code csv}, {@code alertmanager},
 * {@code webhook}) and deletes its connectors. The suppliers {@code acme} and {@code bolt} may report on all of them.
 */
final class RunningConnect implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final List<String> CLUSTERS = List.of("sql", "csv", "alertmanager", "webhook");

    private final Path folder;
    private final LocalHub hub;
    private final HubSettings settings;
    private HubStreams streams;
    private final Producer<String, byte[]> producer;
    private ConnectWorker worker;

    private RunningConnect() throws IOException {
        folder = Files.createTempDirectory("rollout-connect-it-");
        hub = LocalHub.start(null);
        Connection connection = hub.connection();
        settings = new HubSettings(
                connection.bootstrapServers(),
                connection.stateDir(),
                Arrival.BROKER_TIME,
                new ClockSettings(Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofHours(1)),
                new Layout(2, 1, (short) -1),
                HubSettings.Ledger.DEFAULT,
                Map.of());
        new Provisioning(settings, connection.registry()).apply(programme());
        streams = HubStreams.start(settings, connection.registry(), FlowListener.NONE);
        producer = KafkaClients.producer(connection.client(), Map.of());
        worker = started();
    }

    static RunningConnect start() {
        try {
            return new RunningConnect();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How to reach Kafka and the registry. */
    Connection connection() {
        return hub.connection();
    }

    /** The worker's REST interface. */
    ConnectRest rest() {
        return new ConnectRest(worker.door());
    }

    /** Where the worker keeps its settings, its token and its log. */
    Path workersFolder() {
        return folder;
    }

    /** Reports an event as its supplier does; returns when Kafka has it. */
    void report(SpecificRecord event) throws Exception {
        ReportedEvent common = ReportedEvent.of(event);
        String topic = SupplierTopics.in(common.supplier());
        String subject = SupplierTopics.subject(topic, event.getSchema().getFullName());
        byte[] value = new AvroWriter(connection().registry()).write(subject, event);
        send(topic, common.cluster(), value);
    }

    /** Writes bytes to any topic; returns when Kafka has them. */
    void send(String topic, String key, byte @Nullable [] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key, value)).get(60, TimeUnit.SECONDS);
    }

    /**
     * A configuration of {@code connectors/config}, as {@code rollout connect} applies it.
     *
     * @param environment what {@code ${env:NAME}} stands for, put in here
     */
    Map<String, String> ready(String name, Map<String, String> environment) {
        Path file = ConnectFolder.ofApplication().config().resolve(name + ".json");
        Map<String, String> addresses = Map.of(
                "bootstrap", connection().bootstrapServers(),
                "registry", connection().registry().address(),
                "console", "http://127.0.0.1:1",
                "prefix", Prefix.own().text());
        Variables.Resolved resolved = new Variables(addresses, environment)
                .in(ConnectorFile.read(file).config());
        assertThat(resolved.missing()).isEmpty();
        assertThat(resolved.unknown()).isEmpty();
        Map<String, String> config = new HashMap<>(resolved.config());
        environment.forEach(
                (key, value) -> config.replaceAll((setting, text) -> text.replace("${env:" + key + "}", value)));
        return config;
    }

    /** Starts a connector, or gives it another configuration, and waits until it and its tasks run. */
    void run(String connector, Map<String, String> config) {
        Map<String, String> named = new HashMap<>(config);
        named.put("name", connector);
        assertThat(rest().mistakes(named)).isEmpty();
        rest().configure(connector, config);
        awaitRunning(connector);
    }

    /** Waits until a connector and its tasks run; fails with its reason if it fails. */
    void awaitRunning(String connector) {
        await("connector " + connector + " runs")
                .atMost(PATIENCE)
                .pollInterval(POLL)
                .until(() -> {
                    List<Part> parts = partsOf(connector);
                    parts.stream().filter(Part::hasFailed).forEach(part -> {
                        throw new AssertionError(part.name() + " has failed: " + part.trace());
                    });
                    return parts.size() > 1 && parts.stream().allMatch(Part::isRunning);
                });
    }

    /** Waits until a connector or one of its tasks has failed. */
    Part awaitFailed(String connector) {
        return await("connector " + connector + " fails")
                .atMost(PATIENCE)
                .pollInterval(POLL)
                .until(
                        () -> partsOf(connector).stream()
                                .filter(Part::hasFailed)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private List<Part> partsOf(String connector) {
        return rest().parts().stream()
                .filter(part -> part.connector().equals(connector))
                .toList();
    }

    /** {@code kill -9} of the worker. */
    void killWorker() {
        ProcessHandle process = ProcessHandle.of(worker.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops the worker as {@code rollout connect} does. */
    void stopWorker() {
        worker.close();
    }

    /** Starts the worker again, on a port of its own; it takes up what it did before. */
    void restartWorker() {
        worker.close();
        worker = started();
    }

    /** Takes away all that the ledger has made, and lets it make it anew from the journal. */
    void rebuild() {
        streams.close();
        LedgerReset reset = new LedgerReset(connection(), settings);
        await("Kafka knows that the hub has stopped")
                .atMost(PATIENCE)
                .pollInterval(POLL)
                .ignoreExceptions()
                .untilAsserted(reset::requireStopped);
        reset.run();
        streams = HubStreams.start(settings, connection().registry(), FlowListener.NONE);
    }

    private ConnectWorker started() {
        return ConnectWorker.start(
                ConnectFolder.ofApplication(),
                folder,
                new ConnectWorker.Told(WorkerSettings.of(connection(), Map.of(), (short) -1, Lookups.NONE), Map.of()),
                0);
    }

    private static Programme programme() {
        return Programme.newBuilder()
                .setProgramme("connect")
                .setName("Connect")
                .setZone("Europe/London")
                .setClusters(CLUSTERS.stream()
                        .map(one -> new Cluster(one, "Cluster " + one))
                        .toList())
                .setSuppliers(List.of(
                        Supplier.newBuilder()
                                .setSupplier("acme")
                                .setName("Acme")
                                .setClusters(CLUSTERS)
                                .build(),
                        Supplier.newBuilder()
                                .setSupplier("bolt")
                                .setName("Bolt")
                                .setClusters(CLUSTERS)
                                .build()))
                .setThresholds(new Thresholds(0.5, null, 30, 3, 90))
                .build();
    }

    @Override
    public void close() throws IOException {
        worker.close();
        producer.close();
        streams.close();
        hub.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

package io.rollouthub.bench.faults;

import io.rollouthub.embedded.EmbeddedStartException;
import io.rollouthub.embedded.RegistryProgram;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.registry.SchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Brokers, registry and instances of the hub in processes of their own, and the wires between them. */
final class Site implements AutoCloseable {
    private static final int INSTANCES = 2;
    private static final Duration TO_APPLY = Duration.ofMinutes(3);
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path folder;
    private final Quorum quorum;
    private final Programs programs;
    private final Part registry;
    private final Wire registryWire;
    private final String registryUrl;
    private final List<Part> brokers;
    private final List<Part> instances;
    private final List<Part> workers = new ArrayList<>();

    private Site(Path folder, Quorum quorum, Ports ports, Map<String, String> settings) throws IOException {
        this.folder = folder;
        this.quorum = quorum;
        int port = ports.next();
        int wire = ports.next();
        registryWire = Wire.between("wire to registry", wire, port);
        registryUrl = RegistryProgram.url(port);
        programs = new Programs(
                folder,
                new Programs.Addresses(quorum.bootstrapServers(), quorum.insideServers(), port, wire, ports.next()));
        registry = programs.registry();
        brokers = quorum.parts();
        instances = IntStream.rangeClosed(1, INSTANCES)
                .mapToObj(number -> programs.instance("instance-" + number, settings, clock()))
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
            Files.writeString(site.programme(), programme);
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

    /** The same while what it needs may be about to come back. */
    void applyWithin(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        for (boolean done = false; !done; ) {
            try {
                apply();
                done = true;
            } catch (EmbeddedStartException e) {
                if (System.nanoTime() - end > 0) {
                    throw e;
                }
                KafkaCalls.waitUntil(System.nanoTime() + AGAIN_NANOS);
            }
        }
    }

    /** Starts a Connect worker that tells an address of alerts. */
    void tell(String url) throws IOException {
        Part worker = programs.worker(url);
        workers.add(worker);
        worker.start().awaitReady();
    }

    /** Makes topics and schemas that are missing, as a person does. */
    void apply() {
        programs.runOnHub(
                TO_APPLY, List.of("admin", "apply", "--programme", programme().toString()));
    }

    /** Puts the clocks of all instances so far ahead. */
    void letTimeBe(Duration ahead) throws IOException {
        Path next = Files.writeString(folder.resolve("next-clock"), ahead.toString());
        Files.move(next, clock(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path clock() {
        return folder.resolve("clock");
    }

    private Path programme() {
        return folder.resolve("programme.yaml");
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

    /** What the first broker has its data on, if it can be filled. */
    Optional<SmallDisk> disk() {
        return quorum.disk();
    }

    Programs programs() {
        return programs;
    }

    Path folder() {
        return folder;
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

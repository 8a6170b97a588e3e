package io.rollouthub.bench.ground;

import io.rollouthub.bench.mix.MixProgramme;
import io.rollouthub.embedded.ChildProcess;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Utils;

/** One broker, in a JVM of its own, for all contenders of a run; each finds it empty but for the reports. */
public final class Ground implements AutoCloseable {
    private static final Pattern UP = Pattern.compile("Kafka is up at (\\S+:\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final ZoneId zone;
    private final ChildProcess broker;
    private final String bootstrapServers;
    private final Admin admin;
    private int turns;

    private Ground(Path folder, ZoneId zone, ChildProcess broker, String bootstrapServers) {
        this.folder = folder;
        this.zone = zone;
        this.broker = broker;
        this.bootstrapServers = bootstrapServers;
        admin = KafkaClients.admin(client());
    }

    /** Starts the broker, of this build, on a temporary folder. */
    public static Ground prepare() {
        try {
            Path folder = Files.createTempDirectory("rollout-bench-");
            ChildProcess broker = new App("broker", App.own().folder())
                    .start(
                            folder.resolve("broker"),
                            Map.of(),
                            List.of("-Xmx512m"),
                            "serve",
                            "kafka",
                            "--data",
                            folder.resolve("kafka").toString());
            String address = broker.awaitReady(PATIENCE, () -> addressIn(broker.output()));
            return new Ground(folder, MixProgramme.zone(Instant.now()), broker, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> addressIn(String output) {
        Matcher up = UP.matcher(output);
        return up.find() ? Optional.of(up.group(1)) : Optional.empty();
    }

    /** Takes away all topics, and with them the positions of groups; a folder for whoever comes next. */
    Path clear() {
        Set<String> old = KafkaClients.topics(admin);
        KafkaCalls.await("delete topics", admin.deleteTopics(old).all());
        KafkaCalls.awaitSeen("delete topics", () -> Collections.disjoint(KafkaClients.topics(admin), old));
        return folder.resolve("turn-" + turns++);
    }

    /** The processor time that the broker has used. */
    public Duration brokerTime() {
        return ProcessorTime.of(broker.process());
    }

    public Admin admin() {
        return admin;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Properties of any client of its Kafka. */
    public Map<String, Object> client() {
        return Map.of("bootstrap.servers", bootstrapServers);
    }

    public ZoneId zone() {
        return zone;
    }

    public LocalDate today() {
        return LocalDate.now(zone);
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
        try {
            Utils.delete(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.rollouthub.embedded;

import io.rollouthub.failure.FileFailure;
import io.rollouthub.privacy.OwnersOnly;
import io.rollouthub.topic.Prefix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** A worker of Kafka Connect in a child JVM, whose REST interface is reachable from this machine alone. */
public final class ConnectWorker implements AutoCloseable {
    private static final String NAME = "Connect worker";

    /** The system property by which plug-ins find the worker's settings: sinks that keep what they have told need them. */
    private static final String SETTINGS_FILE = "rollout.worker.settings";

    private static final String MAIN = "org.apache.kafka.connect.cli.ConnectDistributed";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** It gives its tasks five seconds, and then leaves its group. */
    private static final Duration TO_FINISH = Duration.ofSeconds(15);

    private static final int OK = 200;

    /** What Kafka's clients may fetch tokens and keys from (OAUTHBEARER): as this process, so the worker. */
    private static final List<String> PASSED_ON = List.of(
            "org.apache.kafka.sasl.oauthbearer.allowed.urls", "org.apache.kafka.sasl.oauthbearer.allowed.files");

    private static final List<String> OPTIONS = List.of(
            "-Xms32m",
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=UTF-8",
            "-Dorg.apache.avro.limits.string.maxLength=2097152",
            "-Dorg.apache.avro.limits.bytes.maxLength=2097152",
            "-Dorg.apache.avro.limits.collectionItems.maxLength=100000");

    private final ChildProcess child;
    private final WorkerDoor door;

    private ConnectWorker(ChildProcess child, WorkerDoor door) {
        this.child = child;
        this.door = door;
    }

    /**
     * What a worker is told.
     *
     * @param settings its own; where it listens and finds plug-ins is added
     * @param variables of its environment that configurations of connectors may name, beside what every JVM gets
     */
    public record Told(Map<String, String> settings, Map<String, String> variables) {}

    /**
     * Starts a worker and returns when it is a member of its group and answers.
     *
     * @param folder for its settings, its log and its temporary files, created if there is none
     * @param port of its REST interface; 0 for any free one
     * @throws EmbeddedStartException if the port is taken, or the child ends or never answers
     */
    public static ConnectWorker start(ConnectFolder program, Path folder, Told told, int port) {
        int listening = Loopback.free(NAME, Loopback.address(port));
        Path dir = folder.toAbsolutePath();
        Path file = dir.resolve("worker.properties");
        WorkerDoor door = prepare(dir, file, program, told, URI.create("http://" + Loopback.HOST + ":" + listening));
        List<String> options = new ArrayList<>(OPTIONS);
        options.add("-D" + SETTINGS_FILE + "=" + file);
        options.add("-D" + Prefix.PROPERTY + "=" + Prefix.own().text());
        for (String passed : PASSED_ON) {
            String value = System.getProperty(passed);
            if (value != null) {
                options.add("-D" + passed + "=" + value);
            }
        }
        options.add("-Dlogback.configurationFile="
                + program.root().resolve("logback.xml").toUri());
        ChildProcess child = new ChildJvm(
                        NAME, List.of(program.lib()), List.of(MAIN, file.toString()), options, told.variables())
                .start(dir);
        HttpClient client = HttpClient.newHttpClient();
        return child.awaitReady(
                PATIENCE,
                () -> isHealthy(client, door) ? Optional.of(new ConnectWorker(child, door)) : Optional.empty());
    }

    /** How to reach its REST interface. */
    public WorkerDoor door() {
        return door;
    }

    /** The process id of the child. */
    public long pid() {
        return child.process().pid();
    }

    /** Waits for its end; false if it still runs after that time. */
    public boolean endsWithin(Duration time) {
        return child.endsWithin(time);
    }

    /** That it has ended, with the end of its log. */
    public EmbeddedStartException ended() {
        return child.failure("has ended");
    }

    /** Lets connectors finish what they are at, and ends the child. */
    @Override
    public void close() {
        child.endWithin(TO_FINISH);
    }

    /** Its settings and its token in files that nobody else may read, as they can hold passwords. */
    private static WorkerDoor prepare(Path dir, Path file, ConnectFolder program, Told told, URI url) {
        try {
            OwnersOnly.folder(dir);
            WorkerDoor door = WorkerDoor.in(dir, url);
            Properties properties = new Properties();
            properties.putAll(told.settings());
            properties.put("plugin.path", program.plugins().toAbsolutePath().toString());
            properties.put("plugin.discovery", "service_load");
            door.addTo(properties, dir);
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            properties.store(text, "Written at each start of the worker.");
            OwnersOnly.write(file, text.toByteArray());
            return door;
        } catch (IOException e) {
            throw new EmbeddedStartException(
                    "The " + NAME + " cannot start in " + dir + ": " + FileFailure.reason(e),
                    "Mend that, or give another folder.",
                    e);
        }
    }

    private static boolean isHealthy(HttpClient client, WorkerDoor door) {
        HttpRequest request = HttpRequest.newBuilder(door.url().resolve("/health"))
                .header("Authorization", door.authorization())
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the " + NAME, e);
        }
    }
}

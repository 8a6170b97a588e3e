package io.rollouthub.embedded;

import io.rollouthub.failure.FileFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    private final URI url;

    private ConnectWorker(ChildProcess child, URI url) {
        this.child = child;
        this.url = url;
    }

    /**
     * Starts a worker and returns when it is a member of its group and answers.
     *
     * @param dir for its settings, its log and its temporary files, created if there is none
     * @param settings of the worker; where it listens and finds plug-ins is added
     * @param port of its REST interface; 0 for any free one
     * @throws EmbeddedStartException if the port is taken, or the child ends or never answers
     */
    public static ConnectWorker start(ConnectFolder program, Path dir, Map<String, String> settings, int port) {
        int listening = Loopback.free(NAME, Loopback.address(port));
        Properties properties = new Properties();
        properties.putAll(settings);
        URI url = URI.create("http://" + Loopback.HOST + ":" + listening);
        properties.put("listeners", url.toString());
        properties.put("plugin.path", program.plugins().toAbsolutePath().toString());
        properties.put("plugin.discovery", "service_load");
        Path file = write(properties, dir.toAbsolutePath());
        List<String> options = new ArrayList<>(OPTIONS);
        options.add("-D" + SETTINGS_FILE + "=" + file);
        for (String passed : PASSED_ON) {
            String value = System.getProperty(passed);
            if (value != null) {
                options.add("-D" + passed + "=" + value);
            }
        }
        options.add("-Dlogback.configurationFile="
                + program.root().resolve("logback.xml").toUri());
        ChildProcess child = new ChildJvm(
                        NAME, List.of(program.lib()), List.of(MAIN, file.toString()), options, Map.of())
                .start(dir);
        HttpClient client = HttpClient.newHttpClient();
        return child.awaitReady(
                PATIENCE, () -> isHealthy(client, url) ? Optional.of(new ConnectWorker(child, url)) : Optional.empty());
    }

    /** The address of its REST interface. */
    public URI url() {
        return url;
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

    /** Its settings in a file that nobody else may read, as they can hold passwords. */
    private static Path write(Properties properties, Path dir) {
        Path file = dir.resolve("worker.properties");
        try {
            Files.createDirectories(dir);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = Files.newOutputStream(file)) {
                properties.store(out, "Written at each start of the worker.");
            }
            return file;
        } catch (IOException e) {
            throw new EmbeddedStartException(
                    "The " + NAME + " cannot start in " + dir + ": " + FileFailure.reason(e),
                    "Mend that, or give another folder.",
                    e);
        }
    }

    private static boolean isHealthy(HttpClient client, URI url) {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/health"))
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

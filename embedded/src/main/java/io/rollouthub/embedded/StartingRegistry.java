package io.rollouthub.embedded;

import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.registry.SchemaRegistry;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A registry's child JVM on its way up; other things can be started meanwhile. */
final class StartingRegistry implements AutoCloseable {
    private static final String NAME = "schema registry";
    static final String MAIN = "io.quarkus.runner.GeneratedMain";
    static final String CONFLUENT_API = "/apis/ccompat/v7";
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[0-9.]+:([0-9]+)");
    private static final String PORT_IN_USE = "seems to be in use by another process";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(50);

    private static final List<String> OPTIONS = List.of(
            "-Xms32m",
            "-Xmx192m",
            "-Xmn16m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dquarkus.http.access-log.enabled=false",
            "-Dquarkus.banner.enabled=false",
            // No cache folder, which a killed child would leave behind.
            "-Dquarkus.vertx.caching=false",
            "-Dquarkus.vertx.classpath-resolving=false",
            // Says "Listening on", with the port it got.
            "-Dquarkus.log.category.\"io.quarkus\".level=INFO");

    /** Without WRITE_DELAY=0 a killed registry forgets the ids of its last second, which are in records already. */
    private static final String KEPT = "-Dapicurio.datasource.url=jdbc:h2:file:./registry;WRITE_DELAY=0";

    private final ChildProcess child;

    private StartingRegistry(ChildProcess child) {
        this.child = child;
    }

    /** Starts the child and returns at once; see {@link EmbeddedRegistry#start}. */
    static StartingRegistry launch(Path runnerJar, Path dir, InetSocketAddress at, boolean keepData) {
        if (at.getPort() != 0) {
            Loopback.requireFree(NAME, at);
        }
        List<String> options = options(at);
        options.addAll(RegistryArchive.beside(runnerJar).options());
        if (keepData) {
            options.add(KEPT);
        }
        // Or Quarkus would answer Ctrl-C itself, which ChildMain ignores.
        Map<String, String> environment = Map.of("DISABLE_SIGNAL_HANDLERS", "true");
        return new StartingRegistry(
                new ChildJvm(NAME, RegistryProgram.classPath(runnerJar), List.of(MAIN), options, environment)
                        .start(dir));
    }

    /** Options of its JVM and its own, to listen there. */
    static List<String> options(InetSocketAddress at) {
        List<String> options = new ArrayList<>(OPTIONS);
        options.add("-Dquarkus.http.host=" + at.getAddress().getHostAddress());
        options.add("-Dquarkus.http.port=" + at.getPort());
        return options;
    }

    /**
     * Returns when the registry answers and refuses incompatible schemas.
     *
     * @throws EmbeddedStartException if the child has ended, or has no answer after a long time; it runs no more then
     */
    EmbeddedRegistry awaitReady() {
        try {
            long start = System.nanoTime();
            while (!child.endsWithin(POLL)) {
                Matcher port = LISTENING.matcher(child.output());
                if (port.find() && refusesIncompatible(url(port.group(1)))) {
                    return new EmbeddedRegistry(child, url(port.group(1)));
                }
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw child.failure("did not answer for " + PATIENCE.toSeconds() + " seconds");
                }
            }
            throw child.failure("ended at its start");
        } catch (RuntimeException e) {
            child.close();
            throw e;
        }
    }

    /** Whether it ended because somebody else had its port. */
    boolean missedItsPort() {
        return child.output().contains(PORT_IN_USE);
    }

    /** Gives the start up. */
    @Override
    public void close() {
        child.close();
    }

    /** Wherever else it listens, from here it is reached so. */
    private static String url(String port) {
        return "http://" + Loopback.HOST + ":" + port + CONFLUENT_API;
    }

    private static boolean refusesIncompatible(String url) {
        try (SchemaRegistry registry = SchemaRegistry.at(url, Map.of())) {
            registry.requireCompatibility(null, "BACKWARD_TRANSITIVE");
            return true;
        } catch (RegistryUnavailableException e) {
            return false;
        }
    }
}

package io.rollouthub.embedded;

import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.registry.SchemaRegistry;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A schema registry (Apicurio) in a child JVM, reachable from this machine alone unless told otherwise. */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final String NAME = "schema registry";
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[0-9.]+:([0-9]+)");
    private static final String PORT_IN_USE = "seems to be in use by another process";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Without WRITE_DELAY=0 a killed registry forgets the ids of its last second, which are in records already. */
    private static final String KEPT = "-Dapicurio.datasource.url=jdbc:h2:file:./registry;WRITE_DELAY=0";

    /** The second keeps any caller from taking the first back. */
    private static final List<String> READ_ONLY =
            List.of("-Dapicurio.storage.read-only.enabled=true", "-Dapicurio.config.dynamic.allow-all=false");

    private static final String COMPATIBILITY = "BACKWARD_TRANSITIVE";

    private final ChildProcess child;
    private final int port;

    private EmbeddedRegistry(ChildProcess child, int port) {
        this.child = child;
        this.port = port;
    }

    /**
     * Starts a registry that refuses a schema which cannot read all that was written before, and keeps schemas and their
     * ids for the next start in the same folder; returns when it answers.
     *
     * @param runnerJar of Apicurio Registry, beside its libraries (see {@link RegistryProgram})
     * @param dir for this registry alone (see {@link DataFolder}), created if there is none; takes its log too
     * @param port 0 for any free one; may differ from the last time
     * @throws EmbeddedStartException if the port is taken, or the child ends or never answers
     */
    public static EmbeddedRegistry start(Path runnerJar, Path dir, int port) {
        return launch(runnerJar, dir, Loopback.address(port), true).awaitReady();
    }

    /**
     * Starts the child and returns at once; see {@link #start}.
     *
     * @param writable whether anybody who reaches it may write; else nobody may, and nobody can change that while it runs
     */
    static Starting launch(Path runnerJar, Path dir, InetSocketAddress at, boolean writable) {
        Loopback.free(NAME, at);
        List<String> options = RegistryProgram.options(at);
        options.addAll(RegistryProgram.archive(runnerJar).options());
        options.add(KEPT);
        if (!writable) {
            options.addAll(READ_ONLY);
        }
        // Or Quarkus would answer Ctrl-C itself, which ChildMain ignores.
        Map<String, String> environment = Map.of("DISABLE_SIGNAL_HANDLERS", "true");
        List<Path> classPath = RegistryProgram.classPath(runnerJar);
        return new Starting(
                new ChildJvm(NAME, classPath, List.of(RegistryProgram.MAIN), options, environment).start(dir),
                writable);
    }

    /** A registry's child JVM on its way up; other things can be started meanwhile. Closing it gives the start up. */
    record Starting(ChildProcess child, boolean writable) implements AutoCloseable {
        /** Returns when it answers and refuses incompatible schemas; one that never does is ended. */
        EmbeddedRegistry awaitReady() {
            return child.awaitReady(PATIENCE, () -> {
                Matcher port = LISTENING.matcher(child.output());
                return port.find()
                        ? Optional.of(new EmbeddedRegistry(child, Integer.parseInt(port.group(1))))
                                .filter(one -> one.refusesIncompatible(writable))
                        : Optional.empty();
            });
        }

        /** Whether it ended because somebody else had its port. */
        boolean missedItsPort() {
            return child.output().contains(PORT_IN_USE);
        }

        @Override
        public void close() {
            child.close();
        }
    }

    /** One that takes no writes was told so before. */
    private boolean refusesIncompatible(boolean writable) {
        try (SchemaRegistry registry = SchemaRegistry.at(url(), Map.of())) {
            if (writable) {
                registry.requireCompatibility(null, COMPATIBILITY);
            }
            return COMPATIBILITY.equals(registry.compatibility(null));
        } catch (RegistryUnavailableException e) {
            return false;
        }
    }

    /** The address of Confluent's API, as clients of a schema registry want it. */
    public String url() {
        return RegistryProgram.url(port);
    }

    /** Whether there is something in a folder, which one that takes no writes could not make. */
    static boolean hasData(Path dir) {
        return Files.exists(dir.resolve("registry.mv.db"));
    }

    int port() {
        return port;
    }

    /** Runs something short once the child has ended, whoever ended it. */
    void onEnd(Runnable then) {
        child.process().onExit().thenRun(then);
    }

    /** Ends the child. */
    @Override
    public void close() {
        child.close();
    }
}

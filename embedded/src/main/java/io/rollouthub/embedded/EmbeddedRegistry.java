package io.rollouthub.embedded;

import java.net.URI;
import java.nio.file.Path;

/** A schema registry (Apicurio) in a child JVM, reachable from this machine alone unless told otherwise. */
public final class EmbeddedRegistry implements AutoCloseable {
    private final ChildProcess child;
    private final String url;

    EmbeddedRegistry(ChildProcess child, String url) {
        this.child = child;
        this.url = url;
    }

    /**
     * Starts a registry that refuses a schema which cannot read all that was written before; returns when it answers.
     *
     * @param runnerJar of Apicurio Registry, beside its libraries (see {@link RegistryProgram})
     * @param dir for this registry alone (see {@link DataFolder}), created if there is none; takes its log too
     * @param port 0 for any free one; may differ from the last time
     * @param keepData whether schemas and their ids are there again at the next start in the same folder
     * @throws EmbeddedStartException if the port is taken, or the child ends or never answers
     */
    public static EmbeddedRegistry start(Path runnerJar, Path dir, int port, boolean keepData) {
        return StartingRegistry.launch(runnerJar, dir, Loopback.address(port), keepData)
                .awaitReady();
    }

    /** The address of Confluent's API, as clients of a schema registry want it. */
    public String url() {
        return url;
    }

    int port() {
        return URI.create(url).getPort();
    }

    /** Runs something short once the child has ended, whoever ended it. */
    void onEnd(Runnable then) {
        child.onEnd(then);
    }

    /** Ends the child. */
    @Override
    public void close() {
        child.close();
    }
}

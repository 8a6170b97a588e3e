package io.rollouthub.hub.cli;

import io.rollouthub.embedded.DataFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Runs one server on data of its own until it is told to end. */
abstract class ServingCommand extends StoppableCommand {
    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Where its data is kept.")
    private Path data;

    /** The port it is to have here; 0 for any. */
    abstract int port();

    /** Starts it. */
    abstract Running start(DataFolder folder);

    /**
     * A server that runs.
     *
     * @param what is up, and where
     */
    record Running(AutoCloseable server, String what) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            server.close();
        }
    }

    @Override
    final int run() throws Exception {
        Checks.between(spec(), "--port", port(), 0, 65_535);
        try (DataFolder folder = DataFolder.open(data);
                Running running = start(folder)) {
            say(running.what() + ". Ctrl-C ends it.");
            stay();
        }
        return 0;
    }
}

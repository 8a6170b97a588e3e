package io.rollouthub.hub.cli;

import io.rollouthub.embedded.DataFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs one server on data of its own until it is told to end. */
abstract class ServingCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

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
    public final Integer call() throws Exception {
        Checks.between(spec, "--port", port(), 0, 65_535);
        return GracefulStop.run(this::run);
    }

    private int run() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (DataFolder folder = DataFolder.open(data);
                Running running = start(folder)) {
            out.println(running.what() + ". Ctrl-C ends it.");
            out.flush();
            new CountDownLatch(1).await(); // until it is interrupted
        }
        return 0;
    }
}

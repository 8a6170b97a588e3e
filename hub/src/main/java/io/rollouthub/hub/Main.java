package io.rollouthub.hub;

import io.rollouthub.hub.cli.RolloutCommand;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** The entry point that the script {@code rollout} starts. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String[] args) {
        Thread.setDefaultUncaughtExceptionHandler(Main::tell);
        System.exit(execute(RolloutCommand::commandLine, args));
    }

    /** The exit code, after an error as well: threads that have been started would keep the program alive otherwise. */
    static int execute(Supplier<CommandLine> line, String... args) {
        try {
            return line.get().execute(args);
        } catch (Error e) {
            tell(Thread.currentThread(), e);
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** A stream thread's failure has been told of when it was handled; it reaches this place all the same. */
    private static void tell(Thread thread, Throwable failure) {
        if (thread.getName().contains("-StreamThread-")) {
            LOG.debug("thread {} has ended", thread.getName(), failure);
        } else {
            LOG.error("thread {} has failed: {}", thread.getName(), failure.toString());
            LOG.debug("in full", failure);
        }
    }
}

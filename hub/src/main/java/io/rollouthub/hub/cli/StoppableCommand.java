package io.rollouthub.hub.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that works until it is done, or Ctrl-C ends it and waits while it closes what it has opened. */
@Command // as picocli wants it of whoever has a spec; each command says the rest
abstract class StoppableCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Does the work; the exit code. */
    abstract int run() throws Exception;

    @Override
    public final Integer call() throws Exception {
        return GracefulStop.run(this::run);
    }

    final CommandSpec spec() {
        return spec;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Prints lines that somebody waits for. */
    final void say(String... lines) {
        say(out(), lines);
    }

    /** Prints lines beside the results. */
    final void sayAside(String... lines) {
        say(err(), lines);
    }

    private static void say(PrintWriter writer, String... lines) {
        for (String line : lines) {
            writer.println(line);
        }
        writer.flush();
    }

    /** Waits for Ctrl-C. */
    static void stay() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}

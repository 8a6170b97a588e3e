package io.rollouthub.hub.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that works until it is done, or Ctrl-C interrupts it and waits while it closes what it has opened. */
@Command // as picocli wants it of whoever has a spec; each command says the rest
abstract class StoppableCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int INTERRUPTED = 130;

    @Spec
    private CommandSpec spec;

    /** Finds out what has to be known before the work begins. */
    void begin() {}

    /** Does the work; the exit code. */
    abstract int run() throws Exception;

    @Override
    public final Integer call() throws Exception {
        Thread worker = Thread.currentThread();
        CountDownLatch closed = new CountDownLatch(1);
        AtomicBoolean stopping = new AtomicBoolean();
        Thread onExit = new Thread(
                () -> {
                    stopping.set(true);
                    worker.interrupt();
                    await(closed);
                },
                "graceful-stop");
        Runtime.getRuntime().addShutdownHook(onExit);
        try {
            begin();
            return run();
        } catch (Exception e) {
            if (stopping.get()) { // whatever the interruption looked like to the work
                return INTERRUPTED;
            }
            throw e;
        } finally {
            out().flush();
            closed.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(onExit);
            } catch (IllegalStateException alreadyStopping) {
                // the hook is what stopped the work
            }
        }
    }

    private static void await(CountDownLatch closed) {
        try {
            closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

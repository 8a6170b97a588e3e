package io.rollouthub.hub.cli;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.hub.doctor.Diagnosis;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells why a command failed and what to do; the stack trace is for {@code --verbose}; exit code 1. */
final class Failure implements IExecutionExceptionHandler {
    private final BooleanSupplier verbose;

    Failure(BooleanSupplier verbose) {
        this.verbose = verbose;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        RolloutException told = Diagnosis.of(e);
        err.println(command.getCommandSpec().root().name() + ": "
                + (told != null ? told.getMessage() : "unexpected error: " + e));
        if (verbose.getAsBoolean()) {
            e.printStackTrace(err);
        } else if (told == null) {
            err.println("Run it again with --verbose to see where.");
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}

package io.rollouthub.hub.cli;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.hub.doctor.Diagnosis;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Tells why a command failed, or was not understood, and what to do. */
record Failure(BooleanSupplier verbose)
        implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {
    /** The stack trace is for {@code --verbose}; exit code 1. */
    @Override
    public int handleExecutionException(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        RolloutException told = Diagnosis.of(e);
        PrintWriter err = begin(command, told != null ? told.getMessage() : "unexpected error: " + e);
        if (verbose.getAsBoolean()) {
            e.printStackTrace(err);
        } else if (told == null) {
            err.println("Run it again with --verbose to see where.");
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Also what may have been meant, and where help is; exit code 2. */
    @Override
    public int handleParseException(CommandLine.ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = begin(command, sentence(e, command));
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            // The most similar comes first; the others have little in common with what was typed.
            unmatched.getSuggestions().stream()
                    .findFirst()
                    .ifPresent(meant -> err.println("Did you mean '" + meant + "'?"));
        }
        if (args.length == 0) {
            command.usage(err);
        } else {
            err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }

    private static String sentence(CommandLine.ParameterException e, CommandLine command) {
        return e instanceof CommandLine.UnmatchedArgumentException unmatched
                        && !unmatched.isUnknownOption()
                        && !command.getSubcommands().isEmpty()
                ? "there is no command '" + unmatched.getUnmatched().get(0) + "'"
                : String.valueOf(e.getMessage());
    }

    private static PrintWriter begin(CommandLine command, @Nullable String what) {
        PrintWriter err = command.getErr();
        err.println(command.getCommandSpec().root().name() + ": " + what);
        return err;
    }
}

package io.rollouthub.hub.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with the arguments, what may have been meant, and where help is; exit code 2. */
final class WrongUse implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getCommandSpec().root().name() + ": " + sentence(e, command));
        if (e instanceof UnmatchedArgumentException unmatched) {
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

    private static String sentence(ParameterException e, CommandLine command) {
        return e instanceof UnmatchedArgumentException unmatched
                        && !unmatched.isUnknownOption()
                        && !command.getSubcommands().isEmpty()
                ? "there is no command '" + unmatched.getUnmatched().get(0) + "'"
                : String.valueOf(e.getMessage());
    }
}

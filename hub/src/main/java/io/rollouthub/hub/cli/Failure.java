package io.rollouthub.hub.cli;

import io.rollouthub.embedded.EmbeddedStartException;
import io.rollouthub.explain.UnknownSubjectException;
import io.rollouthub.http.HttpStartException;
import io.rollouthub.hub.journal.JournalImportException;
import io.rollouthub.hub.replay.EmptyReplayException;
import io.rollouthub.hub.settings.SettingsException;
import io.rollouthub.hub.worker.ConnectRestException;
import io.rollouthub.hub.worker.ConnectorConfigException;
import io.rollouthub.producer.SupplierClientException;
import io.rollouthub.reader.KafkaCallException;
import io.rollouthub.registry.IncompatibleSchemaException;
import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.runtime.NotPreparedException;
import io.rollouthub.runtime.StreamsFailedException;
import io.rollouthub.runtime.ZoneChangedException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells why a command failed, in one sentence; the stack trace is for {@code --verbose}; exit code 1. */
final class Failure implements IExecutionExceptionHandler {
    private final BooleanSupplier verbose;

    Failure(BooleanSupplier verbose) {
        this.verbose = verbose;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println(command.getCommandSpec().root().name() + ": " + sentence(e));
        if (verbose.getAsBoolean()) {
            e.printStackTrace(err);
        } else if (!isForPeople(e)) {
            err.println("Run it again with --verbose to see where.");
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String sentence(Exception e) {
        return isForPeople(e) ? String.valueOf(e.getMessage()) : "unexpected error: " + e;
    }

    /** Expected errors: their messages are whole sentences that say how to mend them. */
    private static boolean isForPeople(Exception e) {
        return e instanceof CliException
                || e instanceof ConnectorConfigException
                || e instanceof ConnectRestException
                || e instanceof EmbeddedStartException
                || e instanceof SettingsException
                || e instanceof HttpStartException
                || e instanceof RegistryUnavailableException
                || e instanceof IncompatibleSchemaException
                || e instanceof KafkaCallException
                || e instanceof NotPreparedException
                || e instanceof ZoneChangedException
                || e instanceof StreamsFailedException
                || e instanceof EmptyReplayException
                || e instanceof JournalImportException
                || e instanceof SupplierClientException
                || e instanceof UnknownSubjectException
                || e instanceof UncheckedIOException;
    }
}

package io.rollouthub.hub.cli;

import io.rollouthub.failure.FileFailure;
import io.rollouthub.failure.RolloutException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks of arguments that the parser does not make. */
final class Checks {
    private Checks() {}

    static void between(CommandSpec spec, String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '" + option + "': " + number(value) + " is not between " + number(least)
                            + " and " + number(most));
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** A file to read. */
    static void readable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new RolloutException(
                    file + (Files.exists(file) ? ": this cannot be read" : ": there is no such file"),
                    "Look at its name and at who may read it.");
        }
    }

    /** A folder to keep a new hub's data in: missing, or empty. */
    static void emptyFolder(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new RolloutException(
                        "The data folder " + folder + " is not empty.",
                        "A replay starts from nothing: name another folder, or delete this one.");
            }
        } catch (IOException e) {
            throw FileFailure.of("The data folder " + folder + " cannot be read", e);
        }
    }
}

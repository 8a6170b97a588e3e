package io.rollouthub.hub.cli;

import io.rollouthub.embedded.Advertised;
import io.rollouthub.failure.FileFailure;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.jsonl.IsoTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Reads arguments that the parser does not know by itself, and checks what it does not check. */
final class Arguments {
    /** The hub takes no date later than this. */
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private Arguments() {}

    /** A day as the hub prints them. */
    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no day of the calendar. Write it like 2006-10-31.");
        }
    }

    /** An instant as the hub prints them. */
    static Instant instant(String text) {
        Instant instant;
        try {
            instant = IsoTime.instant(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text
                    + "' is not an instant. Write it like 2006-10-15T00:00:00Z, or with an offset instead of the Z.");
        }
        if (instant.isAfter(LATEST)) {
            throw new TypeConversionException("'" + text + "' is later than " + LATEST);
        }
        return instant;
    }

    /** A host's name or its address. */
    static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new TypeConversionException(
                    "'" + text + "' is no host that is known here. Give an address of its own.");
        }
    }

    /** {@code HOST:PORT}. */
    static Advertised advertised(String text) {
        try {
            return Advertised.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' " + e.getMessage());
        }
    }

    static void between(CommandSpec spec, String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '" + option + "': " + number(value) + " is not between " + number(least)
                            + " and " + number(most));
        }
    }

    /** A port; null: none is given. */
    static void port(CommandSpec spec, @Nullable Integer port) {
        if (port != null) {
            between(spec, "--port", port, 0, 65_535);
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

    /** A folder to keep a new hub's data in: missing, or empty; null: none is given. */
    static void emptyFolder(@Nullable Path folder) {
        if (folder == null || !Files.exists(folder)) {
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

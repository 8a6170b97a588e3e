package io.rollouthub.hub.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.hub.cli.RolloutCommand;
import io.rollouthub.reader.Connection;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * One run of the command line in this process.
 *
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 */
public record Cli(int exitCode, String out, String err) {

    public static Cli run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = RolloutCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int exitCode = command.execute(args);
        return new Cli(exitCode, out.toString(), err.toString());
    }

    /** One run on a hub that is reached by its addresses, and a login if it takes one. */
    public static Cli on(Connection hub, String... command) {
        Stream<String> addresses = hub.kafka().isEmpty()
                ? Stream.of(
                        "--connect",
                        hub.bootstrapServers(),
                        "--registry",
                        hub.registry().address())
                : Stream.of(
                        "--config",
                        config(hub.stateDir().resolveSibling("login.properties"), hub)
                                .toString());
        return run(Stream.concat(Stream.of(command), addresses).toArray(String[]::new));
    }

    /** Writes into a file how a hub is reached. */
    public static Path config(Path file, Connection hub) {
        Properties settings = new Properties();
        settings.setProperty("bootstrap.servers", hub.bootstrapServers());
        settings.setProperty("registry.url", hub.registry().address());
        hub.kafka().forEach((key, value) -> settings.setProperty("kafka." + key, value));
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Standard output as the one JSON object that it must be. */
    public JsonNode json() {
        try {
            return new ObjectMapper().readTree(out);
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON: " + out + err, e);
        }
    }
}

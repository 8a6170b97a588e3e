package io.rollouthub.bench.ground;

import io.rollouthub.embedded.ChildJvm;
import io.rollouthub.embedded.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A built application folder, of this version or an older one, whose commands are run in JVMs of their own as the script does. */
public record App(String name, Path folder) {
    private static final String MAIN = "io.rollouthub.hub.Main";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** The one of this build, which the script that starts the bench names. */
    public static App own() {
        return new App("hub", Path.of(System.getProperty("rollout.home")));
    }

    /** {@code NAME=FOLDER}, or the folder alone. */
    public static App parse(String text) {
        int equals = text.indexOf('=');
        Path folder = Path.of(text.substring(equals + 1)).toAbsolutePath();
        return new App(equals < 0 ? "hub" : text.substring(0, equals), folder);
    }

    /** What its script gives to the JVM; to be followed by a class path. */
    public List<String> options() {
        return List.of("@" + folder.resolve("jvm.options"), "-Drollout.home=" + folder);
    }

    /** The script that people start, which stands beside the folder, or in the checkout that it was built from. */
    public Path script() {
        return Stream.of("../rollout", "../../../rollout")
                .map(place -> folder.resolve(place).normalize())
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no script 'rollout' beside " + folder));
    }

    /** Starts a command, with a folder of its own for its log. */
    public ChildProcess start(Path dir, Map<String, String> environment, List<String> jvm, String... command) {
        List<String> options = new ArrayList<>(options());
        options.addAll(jvm);
        List<String> main = new ArrayList<>(List.of(MAIN));
        main.addAll(List.of(command));
        try {
            Files.createDirectories(dir);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ChildJvm(name, List.of(folder.resolve("lib")), main, options, environment).start(dir);
    }

    /** Runs a command to its end. */
    public void run(Path dir, String... command) {
        try (ChildProcess process = start(dir, Map.of(), List.of("-XX:TieredStopAtLevel=1"), command)) {
            if (!process.endsWithin(PATIENCE) || process.process().exitValue() != 0) {
                throw process.failure("did not do " + String.join(" ", command));
            }
        }
    }
}

package io.rollouthub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the schema registry's program is that the build has unpacked. */
public final class RegistryProgram {
    /** The application folder, set by the start script. */
    private static final String HOME = "rollout.home";

    private RegistryProgram() {}

    /**
     * The jar to give to {@link EmbeddedRegistry}.
     *
     * @throws EmbeddedStartException if this program was started in a way that does not say where it is
     */
    public static Path jar() {
        String home = System.getProperty(HOME);
        if (home == null) {
            throw new EmbeddedStartException(
                    "No embedded schema registry without the system property " + HOME,
                    "Start the hub with the script 'rollout'.");
        }
        return jarIn(Path.of(home, "registry"));
    }

    /** The jar in the folder that the build has unpacked it into. */
    static Path jarIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> notBuilt(folder));
        } catch (IOException e) {
            throw notBuilt(folder);
        }
    }

    /** The program, and beside it the libraries that the build has put in the place of its own, older ones. */
    static List<Path> classPath(Path runnerJar) {
        return List.of(runnerJar, runnerJar.resolveSibling("raised"));
    }

    private static EmbeddedStartException notBuilt(Path folder) {
        return new EmbeddedStartException(
                "The embedded schema registry is not in " + folder, "Build it with 'mvn package'.");
    }
}

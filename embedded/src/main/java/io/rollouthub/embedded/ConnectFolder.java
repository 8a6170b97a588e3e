package io.rollouthub.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the build has put together for Kafka Connect.
 *
 * @param root holds {@code lib} (the worker's jars), {@code plugins}, {@code config} (ready configurations)
 */
public record ConnectFolder(Path root) {
    /** The application folder, set by the start script. */
    private static final String HOME = "rollout.home";

    /**
     * The one of this application.
     *
     * @throws EmbeddedStartException if there is none
     */
    public static ConnectFolder ofApplication() {
        String home = System.getProperty(HOME);
        if (home == null) {
            throw new EmbeddedStartException(
                    "No Connect worker without the system property " + HOME,
                    "Start the hub with the script 'rollout'.");
        }
        ConnectFolder folder = new ConnectFolder(Path.of(home, "connect"));
        if (!Files.isDirectory(folder.lib())
                || !Files.isDirectory(folder.plugins().resolve("rollout"))) {
            throw new EmbeddedStartException(
                    "The Connect worker is not in " + folder.root(), "Build it with 'mvn package'.");
        }
        return folder;
    }

    Path lib() {
        return root.resolve("lib");
    }

    /** Every folder in it is a plug-in with the jars that it needs. */
    public Path plugins() {
        return root.resolve("plugins");
    }

    /** The configurations of connectors that come with the hub. */
    public Path config() {
        return root.resolve("config");
    }
}

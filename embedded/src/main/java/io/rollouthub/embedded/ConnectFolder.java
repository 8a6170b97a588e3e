package io.rollouthub.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the build has put together for Kafka Connect: the worker, its plug-ins and ready configurations. */
public record ConnectFolder(Path root) {
    /** The one of this application; an {@link EmbeddedStartException} if there is none. */
    public static ConnectFolder ofApplication() {
        ConnectFolder folder = new ConnectFolder(ChildJvm.shipped("Connect worker", "connect"));
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

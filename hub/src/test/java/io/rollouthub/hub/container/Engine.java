package io.rollouthub.hub.container;

import io.rollouthub.testkit.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** This machine's container engine, asked by its own command, which answers or fails at once where there is none. */
final class Engine {
    private static final Command DOCKER = Command.of("docker").within(Duration.ofSeconds(20));

    private Engine() {}

    /** Where Dockerfile and compose file are. */
    static Path sources() {
        return Path.of(System.getProperty("rollout.sources"));
    }

    /** Whether an image is here; nothing is pulled for the answer. */
    static boolean has(String image) {
        return DOCKER.and("image", "inspect", "--format", "{{.Id}}", image)
                .run()
                .succeeded();
    }

    /** Builds the Dockerfile of the sources, as docs/containers.md tells a person to. */
    static void build(String image, String base) {
        // A client without buildx builds as it always did; one with it has no need for this.
        Map<String, String> builder =
                DOCKER.and("buildx", "version").run().succeeded() ? Map.of() : Map.of("DOCKER_BUILDKIT", "0");
        DOCKER.and("build", "--build-arg", "BASE=" + base, "--tag", image, ".")
                .in(sources())
                .with(builder)
                .within(Duration.ofMinutes(5))
                .run()
                .orFail();
    }

    /** What {@code docker inspect} says of a container. */
    static String inspect(String container, String format) {
        return DOCKER.and("inspect", "--format", format, container)
                .run()
                .orFail()
                .strip();
    }
}

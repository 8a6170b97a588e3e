package io.rollouthub.hub.container;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** This machine's container engine, asked by its own command, which answers or fails at once where there is none. */
final class Engine {
    private static final Duration QUICK = Duration.ofSeconds(20);
    private static final Duration BUILD = Duration.ofMinutes(5);

    private Engine() {}

    /** Whether one runs. */
    static boolean answers() {
        return docker(QUICK, Map.of(), "version", "--format", "{{.Server.Version}}")
                .succeeded();
    }

    /** Whether an image is here; nothing is pulled for the answer. */
    static boolean has(String image) {
        return docker(QUICK, Map.of(), "image", "inspect", "--format", "{{.Id}}", image)
                .succeeded();
    }

    /** Builds the Dockerfile of the sources, as docs/containers.md tells a person to. */
    static void build(String image, String base) {
        // A client without buildx builds as it always did; one with it has no need for this.
        Map<String, String> builder =
                docker(QUICK, Map.of(), "buildx", "version").succeeded() ? Map.of() : Map.of("DOCKER_BUILDKIT", "0");
        docker(BUILD, builder, "build", "--build-arg", "BASE=" + base, "--tag", image, ".")
                .orFail();
    }

    /** What {@code docker inspect} says of a container. */
    static String inspect(String container, String format) {
        return docker(QUICK, Map.of(), "inspect", "--format", format, container)
                .orFail()
                .strip();
    }

    private static Command docker(Duration patience, Map<String, String> environment, String... args) {
        List<String> words = new ArrayList<>(List.of("docker"));
        words.addAll(List.of(args));
        return Command.run(patience, environment, words);
    }
}

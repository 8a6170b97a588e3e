package io.rollouthub.hub.container;

import io.rollouthub.testkit.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The compose file as a project of its own, with the hub's image in the place of all others; version 2, or 1.29. */
final class Compose implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> FILES = List.of("-f", "docker-compose.yml", "-f", "docker/compose.embedded.yml");

    private final List<String> program;
    private final Map<String, String> variables = new HashMap<>();

    /** Nothing is started yet. */
    Compose(Map<String, String> variables) {
        this.program = program();
        this.variables.putAll(variables);
        this.variables.put(
                "COMPOSE_PROJECT_NAME",
                "rollout-test-" + ProcessHandle.current().pid());
    }

    private static List<String> program() {
        return Command.of("docker", "compose", "version").run().succeeded()
                ? List.of("docker", "compose")
                : List.of("docker-compose");
    }

    /** Runs one of its commands; the output. */
    String run(String... args) {
        List<String> words = new ArrayList<>(program);
        words.addAll(FILES);
        words.addAll(List.of(args));
        return Command.of(words)
                .in(Engine.sources())
                .with(variables)
                .within(PATIENCE)
                .run()
                .orFail();
    }

    /** The id of a service's container. */
    String container(String service) {
        return run("ps", "-q", service).strip();
    }

    /** Ends all and deletes their data. */
    @Override
    public void close() {
        run("--profile", "demo", "down", "--volumes", "--timeout", "20");
    }
}

package io.rollouthub.hub.replay;

import io.rollouthub.embedded.EmbeddedBroker;
import io.rollouthub.embedded.EmbeddedRegistry;
import io.rollouthub.embedded.RegistryProgram;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.reader.Connection;
import io.rollouthub.registry.SchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A real registry for many replays, each on a fresh real broker: the registry's start is what takes long. */
final class Sandbox implements AutoCloseable {
    private final Path folder;
    private final EmbeddedRegistry server;
    private final SchemaRegistry registry;
    private int runs;

    Sandbox(Path folder) throws IOException {
        this.folder = folder;
        server = EmbeddedRegistry.start(RegistryProgram.jar(), Files.createDirectories(folder.resolve("registry")), 0);
        registry = SchemaRegistry.at(server.url(), Map.of());
    }

    /** What a replay came to, and the problems it told of. */
    record Outcome<T>(T value, List<String> problems) {}

    /** Replays on a fresh broker and looks at the result while that is still there. */
    <T> Outcome<T> replay(ReplayPlan plan, BiFunction<Replay.Result, Connection, T> look) throws IOException {
        Path run = Files.createDirectories(folder.resolve("run-" + runs++));
        List<String> problems = new ArrayList<>();
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(Files.createDirectories(run.resolve("broker")), 0, List.of())) {
            Connection connection = new Connection(broker.bootstrapServers(), registry, run.resolve("streams"));
            try (Replay replay = new Replay(plan, connection, new Quiet(problems))) {
                return new Outcome<>(look.apply(replay.run(), connection), problems);
            }
        }
    }

    @Override
    public void close() {
        registry.close();
        server.close();
    }

    /** Keeps the problems that a replay tells of, and nothing else. */
    record Quiet(List<String> problems) implements Progress {
        @Override
        public void phase(String name) {}

        @Override
        public void transition(AlertTransition transition) {}

        @Override
        public void problem(String message) {
            problems.add(message);
        }
    }
}

package io.rollouthub.bench.contender;

import io.rollouthub.bench.ground.App;
import io.rollouthub.bench.ground.Turn;
import io.rollouthub.embedded.ChildJvm;
import io.rollouthub.embedded.ChildProcess;
import io.rollouthub.topic.SupplierTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A peer of this module in a JVM with the hub's options.
 *
 * @param main its class, which is given Kafka, the registry, a folder and the suppliers' topics, and says when it runs
 * @param group the consumer group that takes the reports, and how the names of topics begin that it makes for itself
 */
public record PeerContender(String name, String main, String group, List<String> jvm) implements Contender {
    /** What a peer prints once it takes reports. */
    public static final String RUNS = "The peer runs";

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Override
    public App app() {
        return App.own();
    }

    @Override
    public Running start(Turn turn) {
        Path dir = turn.folder().resolve(name.replace(' ', '-'));
        Path lib = Path.of(System.getProperty("bench.lib"));
        List<String> options = new ArrayList<>(app().options());
        options.addAll(jvm);
        List<String> command = List.of(
                main,
                turn.ground().bootstrapServers(),
                turn.server().url(),
                dir.resolve("state").toString(),
                String.join(",", turn.inputs()));
        try {
            Files.createDirectories(dir);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ChildProcess child = new ChildJvm(name, List.of(lib), command, options, Map.of()).start(dir);
        child.awaitReady(
                PATIENCE, () -> Optional.of(RUNS).filter(text -> child.output().contains(text)));
        Reach reach = new Reach(name, group, this::reads);
        return new Running(child, List.of(reach));
    }

    private boolean reads(String topic) {
        return SupplierTopics.ALL_IN.matcher(topic).matches()
                || (topic.startsWith(group) && topic.endsWith("-repartition"));
    }
}

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
public record PeerContender(String name, String main, String group, Jvm jvm) implements Contender {
    /** Options on top of the hub's, and folders of this module's build with libraries to be found before all others. */
    public record Jvm(List<String> options, List<String> folders) {
        public static final Jvm AS_THE_HUB = new Jvm(List.of(), List.of());
    }

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
        options.addAll(jvm.options());
        List<Path> classPath = new ArrayList<>();
        jvm.folders().forEach(folder -> classPath.add(lib.resolveSibling(folder)));
        classPath.add(lib);
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
        ChildProcess child = new ChildJvm(name, classPath, command, options, Map.of()).start(dir);
        child.awaitReady(
                PATIENCE, () -> Optional.of(RUNS).filter(text -> child.output().contains(text)));
        Passage passage = new Passage(name, group, this::reads);
        return new Running(child, List.of(passage));
    }

    private boolean reads(String topic) {
        return SupplierTopics.ALL_IN.matcher(topic).matches()
                || (topic.startsWith(group) && topic.endsWith("-repartition"));
    }
}

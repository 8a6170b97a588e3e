package io.rollouthub.bench.contender;

import io.rollouthub.bench.ground.App;
import io.rollouthub.bench.ground.Turn;
import io.rollouthub.embedded.ChildProcess;
import io.rollouthub.reader.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hub as it is shipped: {@code rollout streams} of an application folder, with its default settings but for some.
 *
 * @param settings by the names of their environment variables
 * @param jvm options of the JVM on top of those that it is shipped with
 */
public record HubContender(App app, Map<String, String> settings, List<String> jvm) implements Contender {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String UP = "An instance of the hub runs";

    @Override
    public String name() {
        return app.name();
    }

    /** The same, but ahead of the broker's time by the duration that a file has. */
    public HubContender withClock(Path offset) {
        List<String> all = new ArrayList<>(jvm);
        all.add("-Drollout.test.clock-offset=" + offset);
        return new HubContender(app, settings, all);
    }

    @Override
    public Running start(Turn turn) {
        return start(turn, "hub", "state");
    }

    /** Starts an instance beside others, each of which has another folder. */
    public Running startBeside(Turn turn, String folder) {
        return start(turn, folder, folder + "-state");
    }

    private Running start(Turn turn, String folder, String state) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("ROLLOUT_BOOTSTRAP_SERVERS", turn.ground().bootstrapServers());
        environment.put("ROLLOUT_REGISTRY_URL", turn.server().url());
        environment.put("ROLLOUT_STATE_DIR", turn.folder().resolve(state).toString());
        ChildProcess child = app.start(turn.folder().resolve(folder), environment, jvm, "streams");
        child.awaitReady(
                PATIENCE, () -> Optional.of(UP).filter(text -> child.output().contains(text)));
        return new Running(child, List.of(Passage.of(Stage.GATE), Passage.of(Stage.LEDGER)), new FiguresOut(turn));
    }
}

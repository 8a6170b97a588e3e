package io.rollouthub.bench;

import io.rollouthub.bench.ground.App;
import io.rollouthub.bench.mix.MixProgramme;
import io.rollouthub.bench.page.Sheet;
import io.rollouthub.bench.start.SeenStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long a person waits. */
@Command(
        name = "start",
        description =
                "How long it takes at a terminal until 'rollout up' is up, on a new data folder and on one that is"
                        + " there, and until 'rollout demo' tells its first alert; and the longest time of silence.")
final class StartCommand implements Callable<Integer> {
    private static final Pattern UP = Pattern.compile("is up\\.");
    private static final Pattern ALERT = Pattern.compile("MILESTONE_|SUPPLIER_SILENT|DATE_SLIPPING");

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each is started; the table has the middle of them. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Override
    public Integer call() throws IOException {
        Map<String, List<SeenStart>> waits = new LinkedHashMap<>();
        Path folder = Files.createTempDirectory("rollout-start-");
        try {
            Path programme = Files.writeString(
                    folder.resolve("programme.yaml"), MixProgramme.yaml(MixProgramme.zone(Instant.now())));
            for (int round = 0; round < rounds; round++) {
                for (App app : options.apps()) {
                    measure(app, folder.resolve(app.name() + round), programme, waits);
                }
            }
        } finally {
            Utils.delete(folder.toFile());
        }
        Sheet sheet =
                new Sheet("command", "ms until the first line", "s of silence at most", "s in all", "s of processor");
        waits.forEach((what, all) -> sheet.add(
                what,
                Sheet.number(middle(all, SeenStart::first) * 1e3, 0),
                Sheet.number(middle(all, SeenStart::silence), 1),
                Sheet.number(middle(all, SeenStart::whole), 1),
                Sheet.number(middle(all, SeenStart::processor), 1)));
        options.tell("start", sheet + "\n\nThe middle of " + rounds + " starts, each of them in turns.");
        return 0;
    }

    private static void measure(App app, Path folder, Path programme, Map<String, List<SeenStart>> waits)
            throws IOException {
        Map<String, String> port = Map.of("ROLLOUT_HTTP_PORT", Integer.toString(FreePorts.any()));
        List<String> up =
                List.of("up", "--data", folder.resolve("data").toString(), "--programme", programme.toString());
        add(waits, app.name() + " up, new", SeenStart.forText(app, folder, port, UP, up));
        add(waits, app.name() + " up, again", SeenStart.forText(app, folder, port, UP, up));
        List<String> demo = List.of("demo", "--port", "0");
        add(waits, app.name() + " demo, first alert", SeenStart.forText(app, folder, Map.of(), ALERT, demo));
    }

    private static void add(Map<String, List<SeenStart>> waits, String what, SeenStart one) {
        BenchOptions.say(what + ": " + one);
        waits.computeIfAbsent(what, any -> new ArrayList<>()).add(one);
    }

    /** In seconds. */
    private static double middle(List<SeenStart> all, Function<SeenStart, Duration> what) {
        List<Duration> sorted =
                all.stream().map(what).sorted(Comparator.naturalOrder()).toList();
        return sorted.get(sorted.size() / 2).toMillis() / 1e3;
    }
}

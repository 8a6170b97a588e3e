package io.rollouthub.bench;

import io.rollouthub.bench.contender.HubContender;
import io.rollouthub.bench.ground.App;
import io.rollouthub.bench.ground.Ground;
import io.rollouthub.bench.ground.Machine;
import io.rollouthub.bench.mix.Mix;
import io.rollouthub.bench.mix.Sent;
import io.rollouthub.bench.page.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What every bench can be told, and what it does with its table. */
final class BenchOptions {
    @Option(
            names = "--reports",
            paramLabel = "N",
            defaultValue = "60000",
            description = "How many reports are sent; of these the first quarter warms up. Default: ${DEFAULT-VALUE}.")
    private int reports;

    @Option(
            names = "--app",
            paramLabel = "[NAME=]DIR",
            description =
                    "An application folder, such as that of an older release, instead of this build's. Can be given"
                            + " several times.")
    private List<String> apps = new ArrayList<>();

    @Option(
            names = "--setting",
            paramLabel = "NAME=VALUE",
            description = "A setting of the hub that is measured, by the name of its environment variable, such as"
                    + " ROLLOUT_STREAM_THREADS=2. Can be given several times.")
    private Map<String, String> settings = new HashMap<>();

    @Option(
            names = "--jvm",
            paramLabel = "OPTION",
            description = "An option of its JVM, such as one that records a profile. Can be given several times.")
    private List<String> jvm = new ArrayList<>();

    @Option(names = "--no-readme", description = "Print the table alone, and leave bench/README.md as it is.")
    private boolean noReadme;

    private final String machine = Machine.line();

    /** The hubs to be measured, with these settings unless the command line has others. */
    List<HubContender> hubs(Map<String, String> usual) {
        Map<String, String> all = new HashMap<>(usual);
        all.putAll(settings);
        return apps().stream().map(app -> new HubContender(app, all, jvm)).toList();
    }

    /** The application folders to be measured. */
    List<App> apps() {
        return apps.isEmpty()
                ? List.of(App.own())
                : apps.stream().map(App::parse).toList();
    }

    int reports() {
        return reports;
    }

    /** The reports of the mix, the same at each run of a day. */
    List<Sent> mix(Ground ground) {
        return new Mix(reports, Mix.SEED, ground.today()).sent();
    }

    /** Says something while measuring. */
    static void say(String line) {
        System.err.println(line);
    }

    /** Prints what was measured, and on what machine, and writes both into the page. */
    void tell(String command, String text) {
        String whole = machine + "\n\n" + text;
        System.out.println(whole);
        if (!noReadme) {
            new Page(Path.of(System.getProperty("bench.readme"))).rewrite(command, whole);
        }
    }
}

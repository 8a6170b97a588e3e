package io.rollouthub.bench;

import io.rollouthub.bench.contender.Heat;
import io.rollouthub.bench.contender.HubContender;
import io.rollouthub.bench.contender.OneByOne;
import io.rollouthub.bench.ground.Ground;
import io.rollouthub.bench.mix.Sent;
import io.rollouthub.bench.page.Sheet;
import io.rollouthub.bench.writes.Stocktaking;
import io.rollouthub.bench.writes.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Records and bytes that the hub writes for a report, by topic. */
@Command(
        name = "writes",
        description = "Records and bytes that the hub writes for an accepted report, by topic: under load, and when"
                + " reports come one by one.")
final class WritesCommand implements Callable<Integer> {
    /** No tick comes, of which there would be many for a report when they come one by one. */
    private static final Map<String, String> SETTINGS = Map.of("ROLLOUT_CLOCK_INTERVAL", "1h");

    private static final Written NONE = new Written(0, 0, 0);

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--single",
            paramLabel = "N",
            defaultValue = "300",
            description = "How many reports come one by one, each when the one before is committed. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int single;

    @Override
    public Integer call() {
        StringBuilder text = new StringBuilder();
        try (Ground ground = Ground.prepare()) {
            List<Sent> reports = options.mix(ground);
            for (HubContender hub : options.hubs(SETTINGS)) {
                List<Stocktaking> load = new ArrayList<>();
                new Heat(ground, hub).run(reports, turn -> load.add(Stocktaking.of(turn)));
                BenchOptions.say(hub.name() + ": under load " + load.get(1).reports());
                List<Stocktaking> alone = new ArrayList<>();
                new OneByOne(ground, hub).run(reports, single, turn -> alone.add(Stocktaking.of(turn)));
                text.append(table(hub.name(), load, alone)).append("\n\n");
            }
        }
        options.tell("writes", text.toString());
        return 0;
    }

    private static Sheet table(String name, List<Stocktaking> load, List<Stocktaking> alone) {
        Sheet sheet = new Sheet(
                name + ", for a report",
                "records",
                "bytes",
                "bytes on disk",
                "records one by one",
                "bytes one by one",
                "bytes on disk one by one");
        Map<String, Written> underLoad = load.get(1).since(load.get(0));
        Map<String, Written> oneByOne = alone.get(1).since(alone.get(0));
        long reports = load.get(1).reports() - load.get(0).reports();
        long singles = alone.get(1).reports() - alone.get(0).reports();
        TreeSet<String> topics = new TreeSet<>(underLoad.keySet());
        topics.addAll(oneByOne.keySet());
        for (String topic : topics) {
            add(
                    sheet,
                    topic,
                    underLoad.getOrDefault(topic, NONE),
                    reports,
                    oneByOne.getOrDefault(topic, NONE),
                    singles);
        }
        add(
                sheet,
                "**all** (" + reports + " and " + singles + " reports)",
                Stocktaking.sum(underLoad),
                reports,
                Stocktaking.sum(oneByOne),
                singles);
        return sheet;
    }

    private static void add(Sheet sheet, String topic, Written load, long reports, Written alone, long singles) {
        if (load.records() + alone.records() > 0) {
            sheet.add(
                    topic,
                    Sheet.number((double) load.records() / reports, 2),
                    Sheet.number((double) load.bytes() / reports, 0),
                    Sheet.number((double) load.disk() / reports, 0),
                    Sheet.number((double) alone.records() / singles, 2),
                    Sheet.number((double) alone.bytes() / singles, 0),
                    Sheet.number((double) alone.disk() / singles, 0));
        }
    }
}

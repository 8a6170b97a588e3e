package io.rollouthub.bench;

import io.rollouthub.bench.contender.HubContender;
import io.rollouthub.bench.ground.Ground;
import io.rollouthub.bench.latency.Takeover;
import io.rollouthub.bench.page.Sheet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long the clusters of an instance are silent that is killed. */
@Command(
        name = "takeover",
        description =
                "Kills one of two instances, each of which keeps copies of the other's state, and measures how long"
                        + " it takes until all clusters tell transitions again.")
final class TakeoverCommand implements Callable<Integer> {
    @Mixin
    private BenchOptions options;

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many instances are killed, one behind the other. Default: ${DEFAULT-VALUE}.")
    private int kills;

    @Option(
            names = "--pace",
            paramLabel = "N",
            defaultValue = "100",
            description = "Reports a second meanwhile. Default: ${DEFAULT-VALUE}.")
    private int pace;

    @Override
    public Integer call() {
        Sheet sheet =
                new Sheet("instance killed", "s until half of the clusters tell again", "until the last one does");
        try (Ground ground = Ground.prepare()) {
            for (HubContender hub : options.hubs(Map.of("ROLLOUT_STANDBY_REPLICAS", "1"))) {
                List<Histogram> gaps = new Takeover(ground, hub, pace).run(options.mix(ground), kills);
                for (int kill = 0; kill < kills; kill++) {
                    Histogram gap = gaps.get(kill);
                    sheet.add(
                            hub.name() + ", " + (kill + 1),
                            Sheet.number(gap.getValueAtPercentile(50) / 1e3, 1),
                            Sheet.number(gap.getMaxValue() / 1e3, 1));
                }
            }
        }
        options.tell(
                "takeover",
                sheet + "\n\nBehind " + Sheet.number(options.reports(), 0) + " reports of the mix, at " + pace
                        + " reports a second, each on a site that is overdue.");
        return 0;
    }
}

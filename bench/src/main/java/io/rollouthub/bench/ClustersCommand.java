package io.rollouthub.bench;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A tick with nothing due, whatever the number of clusters. */
@Command(
        name = "clusters",
        description = "What a tick with nothing due takes in the ledger's rules over tables in memory, by the number of"
                + " clusters; by JMH.")
final class ClustersCommand implements Callable<Integer> {
    private static final int PENDING = 20_000;

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--clusters",
            paramLabel = "N",
            split = ",",
            defaultValue = "10,10000",
            description = "How many clusters there are. Default: ${DEFAULT-VALUE}.")
    private List<Integer> clusters;

    @Override
    public Integer call() {
        SilentTicks ticks = new SilentTicks("pending go-lives");
        clusters.forEach(many -> ticks.measure(PENDING, many));
        options.tell("clusters", ticks.toString());
        return 0;
    }
}

package io.rollouthub.bench;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A tick with nothing due, however much is pending. */
@Command(
        name = "pending",
        description = "What a tick with nothing due takes in the ledger's rules over tables in memory, by the number of"
                + " milestones that are pending; by JMH.")
final class PendingCommand implements Callable<Integer> {
    private static final int CLUSTERS = 50;

    @Mixin
    private BenchOptions options;

    @Option(
            names = "--pending",
            paramLabel = "N",
            split = ",",
            defaultValue = "1000,1000000",
            description = "How many go-lives are planned. Default: ${DEFAULT-VALUE}.")
    private List<Integer> pending;

    @Override
    public Integer call() {
        SilentTicks ticks = new SilentTicks("pending go-lives");
        pending.forEach(many -> ticks.measure(many, CLUSTERS));
        options.tell("pending", ticks.toString());
        return 0;
    }
}

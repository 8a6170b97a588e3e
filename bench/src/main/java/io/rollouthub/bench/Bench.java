package io.rollouthub.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of {@code bench/run}. */
@Command(
        name = "bench/run",
        description = "Measures the hub, and compares it with peers, on this machine.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        usageHelpAutoWidth = true,
        subcommands = {
            ThroughputCommand.class,
            WritesCommand.class,
            LatencyCommand.class,
            CommitmentsCommand.class,
            ClustersCommand.class,
            PendingCommand.class,
            DueCommand.class,
            SilentYearCommand.class,
            TakeoverCommand.class,
            StartCommand.class,
            RestoreCommand.class,
            RulesCommand.class,
            WorstCommand.class,
            FaultsCommand.class
        })
public final class Bench {
    private Bench() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }
}

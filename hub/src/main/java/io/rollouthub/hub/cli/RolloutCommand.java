package io.rollouthub.hub.cli;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/** The root of the command line; does nothing without one of its commands. */
@Command(
        name = "rollout",
        description = "Watches a roll-out: suppliers' reports in, delivery rates and missed-milestone alerts out.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed; the reason is on standard error", "2:wrong use of the command line"},
        subcommands = {
            AdminCommand.class,
            DemoCommand.class,
            DoctorCommand.class,
            ExplainCommand.class,
            JournalCommand.class,
            PublishCommand.class,
            RejectedCommand.class,
            ReplayCommand.class,
            ResetCommand.class,
            ServeCommand.class,
            StatusCommand.class,
            StreamsCommand.class,
            UpCommand.class,
            WatchCommand.class,
            GenerateCompletion.class
        })
public final class RolloutCommand {
    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Log more to standard error, and show the stack trace of an error.")
    private boolean verbose;

    private RolloutCommand() {}

    /** The whole command line, ready to execute; its exit codes are 0 (done), 1 (failed) and 2 (wrong use). */
    public static CommandLine commandLine() {
        RolloutCommand root = new RolloutCommand();
        return new CommandLine(root)
                .setExecutionStrategy(parsed -> {
                    if (root.verbose) {
                        Logs.verbose();
                    }
                    return new RunLast().execute(parsed);
                })
                .setParameterExceptionHandler(new WrongUse())
                .setExecutionExceptionHandler(new Failure(() -> root.verbose));
    }
}

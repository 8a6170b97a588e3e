package io.rollouthub.hub.cli;

import io.rollouthub.embedded.Advertised;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.UsageMessageSpec;
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
        footerHeading = "%nExamples:%n",
        footer = {
            "  rollout demo",
            "  rollout up --data d --programme examples/npfit/programme.yaml",
            "  rollout watch alerts --data d"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed; the reason is on standard error", "2:wrong use of the command line"},
        subcommands = {
            AdminCommand.class,
            ConnectCommand.class,
            ConsoleCommand.class,
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
        CommandLine line = new CommandLine(root);
        explainCompletion(line);
        return line.registerConverter(LocalDate.class, new DateArgument())
                .registerConverter(Instant.class, new InstantArgument())
                .registerConverter(InetAddress.class, new AddressArgument())
                .registerConverter(Advertised.class, new AdvertisedArgument())
                .setExecutionStrategy(parsed -> {
                    if (root.verbose) {
                        Logs.verbose();
                    }
                    return new RunLast().execute(parsed);
                })
                .setParameterExceptionHandler(new WrongUse())
                .setExecutionExceptionHandler(new Failure(() -> root.verbose));
    }

    /** This command is picocli's own, and has no example. */
    private static void explainCompletion(CommandLine line) {
        CommandLine completion = Objects.requireNonNull(line.getSubcommands().get("generate-completion"));
        UsageMessageSpec usage = completion.getCommandSpec().usageMessage();
        usage.footerHeading("%nExample:%n").footer("  source <(rollout generate-completion)");
    }
}

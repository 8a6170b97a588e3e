package io.rollouthub.hub.cli;

import io.rollouthub.embedded.Advertised;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;

/** The root of the command line, and the groups of commands; these do nothing without one of their commands. */
@Command(
        name = "rollout",
        description = "Watches a roll-out: suppliers' reports in, delivery rates and missed-milestone alerts out.",
        versionProvider = RolloutCommand.Version.class,
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        usageHelpAutoWidth = true,
        footer = {
            "  rollout demo",
            "  rollout up --data d --programme examples/npfit/programme.yaml",
            "  rollout watch alerts --data d"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed; the reason is on standard error", "2:wrong use of the command line"},
        subcommands = {
            RolloutCommand.Admin.class,
            ConnectCommand.class,
            ConsoleCommand.class,
            DemoCommand.class,
            DoctorCommand.class,
            ExplainCommand.class,
            ImportHistoryCommand.class,
            RolloutCommand.Journal.class,
            RolloutCommand.OfProgramme.class,
            PublishCommand.class,
            RecordCommand.class,
            RolloutCommand.Rejected.class,
            ReplayCommand.class,
            ResetCommand.class,
            RolloutCommand.Serve.class,
            StatusCommand.class,
            StreamsCommand.class,
            UpCommand.class,
            VerifyCommand.class,
            WatchCommand.class,
            GenerateCompletion.class
        })
public final class RolloutCommand {
    @Option(
            names = "--verbose",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Log more to standard error, and show the stack trace of an error.")
    private boolean verbose;

    private RolloutCommand() {}

    @Command(
            name = "admin",
            description =
                    "Prepare Kafka and the registry for a programme; decide what the ledger passes over; who did what.",
            footer = "  rollout admin apply --programme programme.yaml --config hub.properties --dry-run",
            subcommands = {ApplyCommand.class, AuditCommand.class, PassOverCommand.class, UserCommand.class})
    static final class Admin {}

    @Command(
            name = "journal",
            description = "Export the journal to JSON Lines, import it into an empty hub, or look whether it is whole.",
            footer = {
                "  rollout journal export --data d journal.jsonl",
                "  rollout journal import --data new journal.jsonl"
            },
            subcommands = {JournalExportCommand.class, JournalImportCommand.class, JournalVerifyCommand.class})
    static final class Journal {}

    @Command(
            name = "programme",
            description = "Tell which programmes have been in force.",
            footer = "  rollout programme history --data d",
            subcommands = ProgrammeHistoryCommand.class)
    static final class OfProgramme {}

    @Command(
            name = "rejected",
            description = "List what the hub has refused, show a record, or send it again.",
            footer = {"  rollout rejected list --data d", "  rollout rejected redrive --data d bt 0:17"},
            subcommands = {RejectedListCommand.class, RejectedShowCommand.class, RejectedRedriveCommand.class})
    static final class Rejected {}

    @Command(
            name = "serve",
            description = "Run a small Kafka or schema registry alone, in the place of one that is not to be had.",
            footer = "  rollout serve kafka --data k --advertise kafka:9092 --tls self-signed",
            subcommands = {ServeCommand.Kafka.class, ServeCommand.Registry.class})
    static final class Serve {}

    /** What {@code --version} prints: this program's version, and those that matter when something is odd. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String own = Version.class.getPackage().getImplementationVersion();
            return new String[] {
                "rollout " + (own == null ? "(not packaged)" : own),
                "Kafka " + AppInfoParser.getVersion() + ", Java " + Runtime.version()
            };
        }
    }

    /** The whole command line, ready to execute; its exit codes are 0 (done), 1 (failed) and 2 (wrong use). */
    public static CommandLine commandLine() {
        RolloutCommand root = new RolloutCommand();
        Failure failure = new Failure(() -> root.verbose);
        CommandLine line = new CommandLine(root);
        Objects.requireNonNull(line.getSubcommands().get("generate-completion"))
                .getCommandSpec()
                .usageMessage()
                .footer("  source <(rollout generate-completion)"); // picocli's own, it has no example
        headExamples(line);
        return line.registerConverter(LocalDate.class, Arguments::date)
                .registerConverter(Instant.class, Arguments::instant)
                .registerConverter(InetAddress.class, Arguments::address)
                .registerConverter(Advertised.class, Arguments::advertised)
                .setExecutionStrategy(parsed -> {
                    if (root.verbose) {
                        Logs.verbose();
                    }
                    return new CommandLine.RunLast().execute(parsed);
                })
                .setParameterExceptionHandler(failure)
                .setExecutionExceptionHandler(failure);
    }

    private static void headExamples(CommandLine line) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.footerHeading(usage.footer().length == 1 ? "%nExample:%n" : "%nExamples:%n");
        line.getSubcommands().values().forEach(RolloutCommand::headExamples);
    }
}

package io.rollouthub.hub.cli;

import io.rollouthub.console.Console;
import io.rollouthub.console.live.LiveHub.Outlook;
import io.rollouthub.embedded.Advertised;
import io.rollouthub.embedded.HubFile;
import io.rollouthub.embedded.Listening;
import io.rollouthub.embedded.LocalHub;
import io.rollouthub.failure.RolloutException;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.hub.audit.Audit;
import io.rollouthub.hub.health.MemoryGuard;
import io.rollouthub.hub.health.Room;
import io.rollouthub.hub.journal.SharedCommitments;
import io.rollouthub.hub.metrics.Monitoring;
import io.rollouthub.hub.settings.Setting;
import io.rollouthub.hub.settings.Settings;
import io.rollouthub.programme.Programme;
import io.rollouthub.programmefile.ProgrammeFile;
import io.rollouthub.reader.Connection;
import io.rollouthub.runtime.Change;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.runtime.HubStreams;
import io.rollouthub.runtime.Provisioning;
import io.rollouthub.runtime.StateCheck;
import io.rollouthub.runtime.TopicCreation;
import io.rollouthub.runtime.TopicPlan;
import io.rollouthub.topic.Prefix;
import io.rollouthub.topology.Arrival;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a whole hub on this machine, on a live clock, its data kept. */
@Command(
        name = "up",
        description =
                "Run a hub on this machine: broker, registry, rules and console, with kept data and a live clock.",
        footer = "  rollout up --data d --programme examples/npfit/programme.yaml")
final class UpCommand extends StoppableCommand {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "rollout-data",
            description = "Where its data is kept. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("rollout-data");

    @Option(
            names = "--programme",
            paramLabel = "FILE",
            description = "The programme, as YAML. Needed at the first start; later a changed one is taken over.")
    private @Nullable Path programme;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of the journal, at the first start. Default: 6, or what is set.")
    private @Nullable Integer partitions;

    @Option(
            names = "--advertise",
            paramLabel = "HOST:PORT",
            description = "Be there for clients elsewhere too, who know the broker by this name: the port, and the"
                    + " registry's, are opened on all addresses, to everybody who reaches them. Can be given several"
                    + " times.")
    private List<Advertised> advertised = new ArrayList<>();

    @Option(names = "--config", paramLabel = "FILE", description = "Settings, as properties.")
    private @Nullable Path config;

    @Option(names = "--timings", description = "Print how long each phase of the start took, to standard error.")
    private boolean timings;

    @Mixin
    private ConsoleOptions console;

    private String operator = "";

    @Override
    int run() throws InterruptedException {
        if (partitions != null) {
            Arguments.between(spec(), "--partitions", partitions, 1, 1_000);
        }
        Settings settings = Settings.read(
                config,
                System.getenv(),
                partitions == null ? Map.of() : Map.of(Setting.PARTITIONS, partitions.toString()));
        if (settings.bootstrapServers() != null) {
            throw new RolloutException(
                    "'up' starts a Kafka of its own, but bootstrap.servers is set ("
                            + settings.sourceOf(Setting.BOOTSTRAP_SERVERS)
                            + ").",
                    "Take that away, or run the hub on that Kafka with 'rollout streams'.");
        }
        HttpSettings http = console.http(
                settings, Listening.portOfConsole(data, settings.http().port()));
        settings.settle(HubFile.prefixOf(data));
        operator = settings.operator();
        return run(programme == null ? null : ProgrammeFile.read(programme), settings, http);
    }

    private int run(@Nullable Programme wanted, Settings given, HttpSettings http) throws InterruptedException {
        MemoryGuard.start();
        try (CommandPhases phases = new CommandPhases(err(), timings)) {
            phases.begin("start broker and registry");
            try (LocalHub hub = LocalHub.start(
                    data,
                    Listening.usual(data, advertised),
                    broker -> createTopics(broker, wanted, given.layout(), phases))) {
                return run(hub.connection(), given.streams(hub.connection()), wanted, http, phases);
            }
        }
    }

    /** A hub that is new needs no registry for that, which is still starting. */
    private static void createTopics(
            String broker, @Nullable Programme wanted, HubSettings.Layout layout, CommandPhases phases) {
        if (wanted != null) {
            phases.begin("create topics");
            TopicPlan topics = new TopicPlan(layout, Arrival.BROKER_TIME);
            TopicCreation.ofNewHub(Map.of("bootstrap.servers", broker), topics, wanted);
        }
        phases.begin("wait for the registry");
    }

    private int run(
            Connection connection,
            HubSettings settings,
            @Nullable Programme wanted,
            HttpSettings http,
            CommandPhases phases)
            throws InterruptedException {
        phases.begin("register schemas");
        new StateCheck(connection.client(), connection.registry()).require(); // before anything is changed
        Provisioning provisioning = new Provisioning(settings, connection.registry());
        Provisioning.Preparation preparation = provisioning.plan(wanted);
        AnotherProgramme.refuse(preparation, false);
        SharedCommitments.changingHands(connection, preparation).forEach(out()::println);
        preparation.changes().stream().filter(UpCommand::changesATopic).forEach(change -> say(change.line()));
        provisioning.make(preparation.changes());
        if (programme != null && !preparation.changes().isEmpty()) {
            new Audit(connection, operator).of("up", preparation, programme);
        }
        Programme inForce = preparation.programme();
        phases.begin("start gate, ledger and console");
        Runnable hush = Logs.ofHub(); // run before the broker ends, whose own clients warn then
        try (Monitoring monitoring = new Monitoring(connection, settings.clock());
                HubStreams streams = HubStreams.start(settings, connection.registry(), monitoring.listener());
                // While gate and ledger get their partitions.
                Console served = Console.start(
                        connection, new Outlook(false, settings.clock()), http, monitoring.routes(http))) {
            monitoring.watch(streams);
            StreamsRun.awaitRunning(streams);
            phases.close();
            new HubFile(
                            connection.bootstrapServers(),
                            connection.registry().address(),
                            served.address(),
                            ProcessHandle.current().pid(),
                            Prefix.own().text())
                    .write(data);
            say(
                    "The hub of " + inForce.getName() + " is up. Kafka at "
                            + addresses(connection.bootstrapServers(), advertised)
                            + ", schema registry at "
                            + connection.registry().address() + ". Ctrl-C ends it.",
                    "Console: " + served.address(),
                    "Metrics: " + served.address() + "metrics",
                    Room.ofHub(settings.ledger().kept()).line());
            StreamsRun.stay(streams, err());
        } finally {
            hush.run();
        }
        return 0;
    }

    /** What has been there before should not become another without a word. */
    private static boolean changesATopic(Change change) {
        return change instanceof Change.SetTopic || change instanceof Change.AddPartitions;
    }

    /** A broker's addresses, for people. */
    static String addresses(String here, List<Advertised> elsewhere) {
        return Stream.concat(Stream.of(here), elsewhere.stream().map(Advertised::toString))
                .collect(Collectors.joining(" and "));
    }
}

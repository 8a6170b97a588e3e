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
import io.rollouthub.hub.door.RegistryDoor;
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
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    @Mixin
    private Exposure exposure;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings, as properties.")
    private @Nullable Path config;

    @Option(names = "--timings", description = "Print how long each phase of the start took, to standard error.")
    private boolean timings;

    @Mixin
    private ConsoleOptions console;

    private String inForce = "";

    @Override
    int run() throws InterruptedException {
        if (partitions != null) {
            Arguments.between(spec(), "--partitions", partitions, 1, 1_000);
        }
        List<Advertised> advertised = exposure.advertised();
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
        ProgrammeFile.Whole read = programme == null ? null : ProgrammeFile.readWhole(programme);
        if (read != null && exposure.guarded()) {
            UpRights.require(read);
        }
        return run(read, settings, http, Listening.usual(data, advertised, exposure.guarded()));
    }

    private int run(ProgrammeFile.@Nullable Whole file, Settings given, HttpSettings http, Listening listening)
            throws InterruptedException {
        Programme wanted = file == null ? null : file.programme();
        MemoryGuard.start();
        try (CommandPhases phases = new CommandPhases(err(), timings)) {
            phases.begin("start broker and registry");
            try (LocalHub hub =
                    LocalHub.start(data, listening, client -> createTopics(client, wanted, given.layout(), phases))) {
                prepare(hub, given, file, phases);
                return run(hub, given, http, listening, phases);
            }
        }
    }

    /** A hub that is new needs no registry for that, which is still starting. */
    private static void createTopics(
            Map<String, Object> client, @Nullable Programme wanted, HubSettings.Layout layout, CommandPhases phases) {
        if (wanted != null) {
            phases.begin("create topics");
            TopicPlan topics = new TopicPlan(layout, Arrival.BROKER_TIME);
            TopicCreation.ofNewHub(client, topics, wanted);
        }
        phases.begin("wait for the registry");
    }

    /** Topics, schemas, the programme and, where they are asked for, rights: as the administrator. */
    private void prepare(LocalHub hub, Settings given, ProgrammeFile.@Nullable Whole file, CommandPhases phases) {
        phases.begin("register schemas");
        Connection connection = hub.connection();
        new StateCheck(connection.client(), connection.registry()).require(); // before anything is changed
        Provisioning provisioning = new Provisioning(given.streams(connection), connection.registry());
        Provisioning.Preparation preparation = provisioning.plan(file == null ? null : file.programme());
        AnotherProgramme.refuse(preparation, false);
        SharedCommitments.changingHands(connection, preparation).forEach(out()::println);
        preparation.changes().stream().filter(UpCommand::changesATopic).forEach(change -> say(change.line()));
        if (preparation.changes().stream().anyMatch(UpCommand::changesASchema)) {
            hub.makeRegistryWritable(true);
        }
        provisioning.make(preparation.changes());
        hub.makeRegistryWritable(!exposure.guarded());
        Audit audit = new Audit(connection, given.operator());
        if (programme != null && !preparation.changes().isEmpty()) {
            audit.of("up", preparation, programme);
        }
        inForce = preparation.programme().getName();
        if (exposure.guarded()) {
            new UpRights(connection, audit).give(file, programme).forEach(out()::println);
        }
    }

    private int run(LocalHub hub, Settings given, HttpSettings http, Listening listening, CommandPhases phases)
            throws InterruptedException {
        phases.begin("start gate, ledger and console");
        Connection connection = hub.connection(UpRights.HUB);
        HubSettings settings = given.streams(connection);
        Runnable hush = Logs.ofHub(); // run before the broker ends, whose own clients warn then
        try (RegistryDoor door = exposure.guarded() ? exposure.door(data, listening.registry(), hub) : null;
                Monitoring monitoring = new Monitoring(connection, settings.clock());
                HubStreams streams = HubStreams.start(settings, connection.registry(), monitoring.listener());
                // While gate and ledger get their partitions.
                Console served = Console.start(
                        hub.connection(UpRights.CONSOLE),
                        new Outlook(false, settings.clock()),
                        http,
                        monitoring.routes(http))) {
            monitoring.watch(streams);
            StreamsRun.awaitRunning(streams);
            phases.close();
            String registry = door == null ? connection.registry().address() : door.url(Exposure.HERE);
            new HubFile(
                            connection.bootstrapServers(),
                            registry,
                            served.address(),
                            ProcessHandle.current().pid(),
                            exposure.guarded(),
                            Prefix.own().text())
                    .write(data);
            say(
                    "The hub of " + inForce + " is up. Kafka at " + exposure.addresses(connection.bootstrapServers())
                            + ", schema registry at " + registry + ". Ctrl-C ends it.",
                    "Console: " + served.address(),
                    "Metrics: " + served.address() + "metrics",
                    Room.ofHub(settings.ledger().kept()).line());
            exposure.tellClients(data, connection.bootstrapServers(), door).forEach(this::say);
            sayAside(exposure.warnings(
                    " and the registry's, " + URI.create(registry).getPort() + ","));
            StreamsRun.stay(streams, err());
        } finally {
            hush.run();
        }
        return 0;
    }

    private static boolean changesASchema(Change change) {
        return change instanceof Change.Register || change instanceof Change.SetCompatibility;
    }

    /** What has been there before should not become another without a word. */
    private static boolean changesATopic(Change change) {
        return change instanceof Change.SetTopic || change instanceof Change.AddPartitions;
    }
}

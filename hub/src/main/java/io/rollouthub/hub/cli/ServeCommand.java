package io.rollouthub.hub.cli;

import io.rollouthub.embedded.Advertised;
import io.rollouthub.embedded.DataFolder;
import io.rollouthub.embedded.EmbeddedBroker;
import io.rollouthub.embedded.RegistryProgram;
import io.rollouthub.embedded.RestartingRegistry;
import io.rollouthub.hub.health.MemoryGuard;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs one of the embedded servers alone, on data of its own, until it is told to end. */
@Command
abstract class ServeCommand extends StoppableCommand {
    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Where its data is kept.")
    private Path data;

    /** Serves on a port, 0 for any; what starts it says where it is, and gives what ends it. */
    final int serve(int port, Function<DataFolder, AutoCloseable> start) throws Exception {
        Arguments.port(spec(), port);
        MemoryGuard.start();
        try (DataFolder folder = DataFolder.open(data)) {
            AutoCloseable server = start.apply(folder);
            try (server) {
                stay();
            }
        }
        return 0;
    }

    final void sayUp(String what, String where) {
        say(what + " is up at " + where + ". Ctrl-C ends it.");
    }

    /** The broker. */
    @Command(
            name = "kafka",
            description = "Run a Kafka broker of one node, its data kept.",
            footer = "  rollout serve kafka --data k --advertise kafka:9092 --tls self-signed")
    static final class Kafka extends ServeCommand {
        @Option(
                names = "--port",
                paramLabel = "N",
                defaultValue = "0",
                description = "The port of 127.0.0.1 for clients on this machine. Default: any free one.")
        private int port;

        @Mixin
        private Exposure exposure;

        @Override
        int run() throws Exception {
            List<Advertised> advertised = exposure.advertised();
            return serve(port, folder -> {
                EmbeddedBroker broker = exposure.guarded()
                        ? EmbeddedBroker.guarded(folder, port, advertised)
                        : EmbeddedBroker.start(folder.folder("broker"), port, advertised);
                sayUp("Kafka", exposure.addresses(broker.bootstrapServers()));
                exposure.tellClients(folder.root(), broker.bootstrapServers(), null)
                        .forEach(this::say);
                sayAside(exposure.warnings(""));
                return broker;
            });
        }
    }

    /** The schema registry. */
    @Command(
            name = "registry",
            description = "Run a schema registry, its data kept.",
            footer = "  rollout serve registry --data r --host 0.0.0.0")
    static final class Registry extends ServeCommand {
        @Option(
                names = "--host",
                paramLabel = "ADDRESS",
                defaultValue = "127.0.0.1",
                description =
                        "Which of this machine's addresses it listens on, to everybody who reaches it; 0.0.0.0 for"
                                + " all. Default: ${DEFAULT-VALUE}.")
        private InetAddress host;

        @Option(
                names = "--port",
                paramLabel = "N",
                defaultValue = "8081",
                description = "Its port, 0 for any free one. Default: ${DEFAULT-VALUE}.")
        private int port;

        @Override
        int run() throws Exception {
            return serve(port, folder -> {
                RestartingRegistry registry = RestartingRegistry.start(
                        RegistryProgram.jar(), folder.folder("registry"), new InetSocketAddress(host, port));
                sayUp("The schema registry", registry.url());
                return registry;
            });
        }
    }
}

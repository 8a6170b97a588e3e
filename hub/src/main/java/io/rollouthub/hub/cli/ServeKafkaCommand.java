package io.rollouthub.hub.cli;

import io.rollouthub.embedded.Advertised;
import io.rollouthub.embedded.DataFolder;
import io.rollouthub.embedded.EmbeddedBroker;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the embedded broker without anything else. */
@Command(
        name = "kafka",
        description = "Run a Kafka broker of one node, its data kept.",
        footerHeading = "%nExample:%n",
        footer = "  rollout serve kafka --data k --advertise kafka:9092 --advertise 127.0.0.1:9094")
final class ServeKafkaCommand extends ServingCommand {
    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "The port of 127.0.0.1 for clients on this machine. Default: any free one.")
    private int port;

    @Option(
            names = "--advertise",
            paramLabel = "HOST:PORT",
            description = "Be there for clients elsewhere too, who know it by this name: the port is opened on all"
                    + " addresses, to everybody who reaches it. Can be given several times.")
    private List<Advertised> advertised = new ArrayList<>();

    @Override
    int port() {
        return port;
    }

    @Override
    Running start(DataFolder folder) {
        EmbeddedBroker broker = EmbeddedBroker.start(folder.folder("broker"), port, advertised);
        return new Running(broker, "Kafka is up at " + UpCommand.addresses(broker.bootstrapServers(), advertised));
    }
}

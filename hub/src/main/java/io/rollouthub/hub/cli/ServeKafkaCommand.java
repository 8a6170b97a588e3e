package io.rollouthub.hub.cli;

import io.rollouthub.hub.embedded.Advertised;
import io.rollouthub.hub.embedded.DataFolder;
import io.rollouthub.hub.embedded.EmbeddedBroker;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the embedded broker without anything else. */
@Command(
        name = "kafka",
        description = "Run a Kafka broker of one node, its data kept.",
        footerHeading = "%nExample:%n",
        footer = "  rollout serve kafka --data k --advertise kafka:9092 --advertise 127.0.0.1:9094")
final class ServeKafkaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Where its data is kept.")
    private Path data;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "The port of 127.0.0.1 for clients on this machine. Default: any free one.")
    private int port;

    @Option(
            names = "--advertise",
            paramLabel = "HOST:PORT",
            converter = AdvertisedArgument.class,
            description = "Be there for clients elsewhere too, who know it by this name: the port is opened on all"
                    + " addresses, to everybody who reaches it. Can be given several times.")
    private List<Advertised> advertised = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Checks.between(spec, "--port", port, 0, 65_535);
        return GracefulStop.run(this::run);
    }

    private int run() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (DataFolder folder = DataFolder.open(data);
                EmbeddedBroker broker = EmbeddedBroker.start(folder.folder("broker"), port, advertised)) {
            out.println("Kafka is up at " + UpCommand.addresses(broker.bootstrapServers(), advertised)
                    + ". Ctrl-C ends it.");
            out.flush();
            new CountDownLatch(1).await(); // until it is interrupted
        }
        return 0;
    }
}

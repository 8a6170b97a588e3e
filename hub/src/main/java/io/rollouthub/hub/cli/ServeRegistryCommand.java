package io.rollouthub.hub.cli;

import io.rollouthub.hub.embedded.DataFolder;
import io.rollouthub.hub.embedded.RegistryProgram;
import io.rollouthub.hub.embedded.RestartingRegistry;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the embedded schema registry without anything else. */
@Command(
        name = "registry",
        description = "Run a schema registry, its data kept.",
        footerHeading = "%nExample:%n",
        footer = "  rollout serve registry --data r --host 0.0.0.0")
final class ServeRegistryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "Where its data is kept.")
    private Path data;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Which of this machine's addresses it listens on, to everybody who reaches it; 0.0.0.0 for"
                    + " all. Default: ${DEFAULT-VALUE}.")
    private InetAddress host;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8081",
            description = "Its port, 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Override
    public Integer call() throws Exception {
        Checks.between(spec, "--port", port, 0, 65_535);
        return GracefulStop.run(this::run);
    }

    private int run() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (DataFolder folder = DataFolder.open(data);
                RestartingRegistry registry = RestartingRegistry.start(
                        RegistryProgram.jar(), folder.folder("registry"), new InetSocketAddress(host, port))) {
            out.println("The schema registry is up at " + registry.url() + ". Ctrl-C ends it.");
            out.flush();
            new CountDownLatch(1).await(); // until it is interrupted
        }
        return 0;
    }
}

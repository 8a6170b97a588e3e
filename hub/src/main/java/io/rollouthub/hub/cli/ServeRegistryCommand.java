package io.rollouthub.hub.cli;

import io.rollouthub.embedded.DataFolder;
import io.rollouthub.embedded.RegistryProgram;
import io.rollouthub.embedded.RestartingRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the embedded schema registry without anything else. */
@Command(
        name = "registry",
        description = "Run a schema registry, its data kept.",
        footerHeading = "%nExample:%n",
        footer = "  rollout serve registry --data r --host 0.0.0.0")
final class ServeRegistryCommand extends ServingCommand {
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
    int port() {
        return port;
    }

    @Override
    Running start(DataFolder folder) {
        RestartingRegistry registry = RestartingRegistry.start(
                RegistryProgram.jar(), folder.folder("registry"), new InetSocketAddress(host, port));
        return new Running(registry, "The schema registry is up at " + registry.url());
    }
}

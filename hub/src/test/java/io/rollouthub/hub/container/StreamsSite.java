package io.rollouthub.hub.container;

import io.rollouthub.hub.live.LiveProgramme;
import io.rollouthub.testkit.FreePort;
import java.nio.file.Path;
import org.testcontainers.containers.Network;
import org.testcontainers.utility.MountableFile;

/** A registry and instances of the hub in containers beside a Kafka, on whose network they are. */
final class StreamsSite implements AutoCloseable {
    private static final String PROGRAMME = "/etc/rollout/programme.yaml";
    private static final int PORT = 8080;

    private final Network network;
    private final String kafka;
    private final int registryPort = FreePort.any();
    private final HubContainer registry;

    /**
     * Starts the registry.
     *
     * @param kafka as the containers of the network know it
     */
    StreamsSite(Network network, String kafka) {
        this.network = network;
        this.kafka = kafka;
        registry = new HubContainer(
                        "serve",
                        "registry",
                        "--data",
                        "/var/lib/rollout/registry",
                        "--host",
                        "0.0.0.0",
                        "--port",
                        Integer.toString(PORT))
                .withNetwork(network)
                .withNetworkAliases("registry")
                .publish(registryPort, PORT)
                .upWhenItSays("The schema registry is up");
        registry.start();
    }

    /** Prepares Kafka and registry for the tests' programme. */
    void apply(Path folder) {
        try (HubContainer apply =
                hub("admin", "apply", "--programme", PROGRAMME).upWhenItHasEnded()) {
            apply.withCopyFileToContainer(
                    MountableFile.forHostPath(LiveProgramme.write(folder, "Europe/London"), 0644), PROGRAMME);
            apply.start();
        }
    }

    /** An instance, started; whoever asks for it ends it. */
    HubContainer instance() {
        HubContainer instance = hub("streams").upWhenItSays("An instance of the hub runs");
        instance.start();
        return instance;
    }

    private HubContainer hub(String... command) {
        return new HubContainer(command)
                .withNetwork(network)
                .withEnv("ROLLOUT_BOOTSTRAP_SERVERS", kafka)
                .withEnv("ROLLOUT_REGISTRY_URL", "http://registry:" + PORT + "/apis/ccompat/v7");
    }

    /** The registry's port of 127.0.0.1. */
    int registryPort() {
        return registryPort;
    }

    @Override
    public void close() {
        registry.close();
    }
}

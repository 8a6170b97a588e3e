package io.rollouthub.embedded;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/** Broker and schema registry in one data folder, started side by side; the registry again if its process ends. */
public final class EmbeddedServers implements AutoCloseable {
    private static final int PORT_RETRIES = 3;

    private final EmbeddedBroker broker;
    private final RestartingRegistry registry;

    private EmbeddedServers(EmbeddedBroker broker, RestartingRegistry registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /**
     * Starts both on what was kept in the folder; returns when both answer.
     *
     * @param data open for as long as they run
     * @param registryJar see {@link RegistryProgram}
     * @throws EmbeddedStartException if one of them cannot start; then neither runs
     */
    public static EmbeddedServers start(DataFolder data, Path registryJar, Listening listening) {
        Path folder = data.folder("registry");
        InetSocketAddress registryAt = listening.advertised().isEmpty()
                ? Loopback.address(listening.registry())
                : new InetSocketAddress(listening.registry());
        EmbeddedRegistry.Starting starting = EmbeddedRegistry.launch(registryJar, folder, registryAt);
        EmbeddedBroker broker;
        try {
            broker = EmbeddedBroker.start(data.folder("broker"), listening.broker(), listening.advertised());
        } catch (RuntimeException e) {
            starting.close();
            throw e;
        }
        try {
            EmbeddedRegistry answering = answering(starting, registryJar, folder, registryAt);
            RestartingRegistry registry =
                    new RestartingRegistry(answering, registryJar, folder, registryAt.getAddress());
            return new EmbeddedServers(broker, registry);
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    /**
     * Between the look at a port and its use somebody else may have taken it, if only to look at it, too; then that one is
     * tried again, or the next free one.
     */
    private static EmbeddedRegistry answering(
            EmbeddedRegistry.Starting first, Path registryJar, Path folder, InetSocketAddress at) {
        EmbeddedRegistry.Starting starting = first;
        for (int left = PORT_RETRIES; ; left--) {
            try {
                return starting.awaitReady();
            } catch (EmbeddedStartException e) {
                if (left == 0 || at.getPort() == 0 || !starting.missedItsPort()) {
                    throw e;
                }
            }
            InetSocketAddress free = new InetSocketAddress(at.getAddress(), Loopback.freeFrom(at.getPort()));
            starting = EmbeddedRegistry.launch(registryJar, folder, free);
        }
    }

    /** What Kafka's clients are given as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** The address of the schema registry. */
    public String registryUrl() {
        return registry.url();
    }

    /** Ends both; their data stays. */
    @Override
    public void close() {
        try (broker;
                registry) {
            // both are closed, whatever the first one throws
        }
    }
}

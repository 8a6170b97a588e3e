package io.rollouthub.embedded;

import io.rollouthub.failure.FileFailure;
import io.rollouthub.reader.Connection;
import io.rollouthub.registry.SchemaRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Broker and registry in this machine's memory and a folder, started side by side; the registry again if its process ends.
 * The folder goes with it unless it was given.
 */
public final class LocalHub implements AutoCloseable {
    private static final int PORT_RETRIES = 3;

    private final DataFolder data;
    private final boolean temporary;
    private final EmbeddedBroker broker;
    private final RestartingRegistry server;
    private final SchemaRegistry registry;
    private final @Nullable HubLogins logins;

    private LocalHub(DataFolder data, boolean temporary, Listening listening, Consumer<Map<String, Object>> meanwhile) {
        this.data = data;
        this.temporary = temporary;
        this.logins = listening.guarded() ? HubLogins.in(data.root()) : null;
        // That of a guarded hub is behind a door, which has the port that people know.
        InetSocketAddress registryAt = listening.advertised().isEmpty() || listening.guarded()
                ? Loopback.address(listening.guarded() ? 0 : listening.registry())
                : new InetSocketAddress(listening.registry());
        Path jar = RegistryProgram.jar();
        Path dir = data.folder("registry");
        boolean writable = !listening.guarded() || !EmbeddedRegistry.hasData(dir);
        EmbeddedRegistry.Starting starting = EmbeddedRegistry.launch(jar, dir, registryAt, writable);
        try {
            broker = listening.guarded()
                    ? EmbeddedBroker.guarded(data, listening.broker(), listening.advertised())
                    : EmbeddedBroker.start(data.folder("broker"), listening.broker(), listening.advertised());
        } catch (RuntimeException e) {
            starting.close();
            throw e;
        }
        try {
            Map<String, Object> client = new HashMap<>(login(HubLogins.ADMINISTRATOR));
            client.put("bootstrap.servers", broker.bootstrapServers());
            meanwhile.accept(client);
            EmbeddedRegistry answering = answering(starting, jar, dir, registryAt);
            server = new RestartingRegistry(
                    answering, jar, dir, new RestartingRegistry.Served(registryAt.getAddress(), writable));
        } catch (RuntimeException e) {
            starting.close();
            broker.close();
            throw e;
        }
        registry = SchemaRegistry.at(server.url(), Map.of());
    }

    /** Starts both on free ports; see {@link #start(Path, Listening, Consumer)}. */
    public static LocalHub start(@Nullable Path folder) {
        return start(folder, Listening.ANY);
    }

    /** Starts both; see {@link #start(Path, Listening, Consumer)}. */
    public static LocalHub start(@Nullable Path folder, Listening listening) {
        return start(folder, listening, client -> {});
    }

    /**
     * Starts both on what was kept in the folder (null: in one of their own, deleted in the end) and returns when both answer;
     * if one of them cannot start, neither runs.
     *
     * @param meanwhile is given what a client of the broker needs as soon as that serves; the registry takes seconds more, in which something
     *     can be done that needs the broker alone
     */
    public static LocalHub start(@Nullable Path folder, Listening listening, Consumer<Map<String, Object>> meanwhile) {
        DataFolder data = DataFolder.open(folder == null ? temporaryFolder() : folder);
        try {
            return new LocalHub(data, folder == null, listening, meanwhile);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    /**
     * Between the look at a port and its use somebody else may have taken it, if only to look at it, too; then that one is
     * tried again, or the next free one. One that ends for another reason is started once more: what it met may be over, and
     * what is left of it in its log if not.
     */
    private static EmbeddedRegistry answering(
            EmbeddedRegistry.Starting first, Path jar, Path dir, InetSocketAddress at) {
        EmbeddedRegistry.Starting starting = first;
        boolean again = false;
        for (int left = PORT_RETRIES; ; left--) {
            try {
                return starting.awaitReady();
            } catch (EmbeddedStartException e) {
                boolean missed = at.getPort() != 0 && starting.missedItsPort();
                if (left == 0 || (again && !missed)) {
                    throw e;
                }
                again = again || !missed;
            }
            InetSocketAddress free =
                    at.getPort() == 0 ? at : new InetSocketAddress(at.getAddress(), Loopback.freeFrom(at.getPort()));
            starting = EmbeddedRegistry.launch(jar, dir, free, first.writable());
        }
    }

    /** How to reach it as one who may do everything. */
    public Connection connection() {
        return connection(HubLogins.ADMINISTRATOR);
    }

    /** How to reach it as one of the hub's own users; as anybody, if it asks nobody. */
    public Connection connection(String user) {
        return new Connection(broker.bootstrapServers(), registry, data.folder("streams"), login(user));
    }

    /** Has its registry take writes, or none: one of a guarded hub takes none unless it is new, or this was asked. */
    public void makeRegistryWritable(boolean wanted) {
        server.makeWritable(wanted);
    }

    private Map<String, String> login(String user) {
        return logins == null ? Map.of() : logins.client(user);
    }

    @Override
    public void close() {
        try (data;
                broker;
                server) {
            registry.close();
        }
        if (temporary) {
            try {
                Utils.delete(data.root().toFile());
            } catch (IOException e) {
                throw FileFailure.of(data.root() + " cannot be deleted", e);
            }
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("rollout-hub-");
        } catch (IOException e) {
            throw FileFailure.of("No temporary folder can be created", e);
        }
    }
}

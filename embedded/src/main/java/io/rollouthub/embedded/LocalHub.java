package io.rollouthub.embedded;

import io.rollouthub.failure.FileFailure;
import io.rollouthub.reader.Connection;
import io.rollouthub.registry.SchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Broker and registry in this machine's memory and a folder; the folder goes with it unless it was given. */
public final class LocalHub implements AutoCloseable {
    private final DataFolder data;
    private final boolean temporary;
    private final EmbeddedServers servers;
    private final SchemaRegistry registry;

    private LocalHub(DataFolder data, boolean temporary, Listening listening) {
        this.data = data;
        this.temporary = temporary;
        this.servers = EmbeddedServers.start(data, RegistryProgram.jar(), listening);
        this.registry = SchemaRegistry.at(servers.registryUrl(), Map.of());
    }

    /** Starts both on free ports; see {@link #start(Path, Listening)}. */
    public static LocalHub start(@Nullable Path folder) {
        return start(folder, Listening.ANY);
    }

    /**
     * Starts both; they end with this process at the latest, however it ends.
     *
     * @param folder for their data, kept; null for one of their own that is deleted in the end
     */
    public static LocalHub start(@Nullable Path folder, Listening listening) {
        DataFolder data = DataFolder.open(folder == null ? temporaryFolder() : folder);
        try {
            return new LocalHub(data, folder == null, listening);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    /** How to reach it. */
    public Connection connection() {
        return new Connection(servers.bootstrapServers(), registry, data.folder("streams"));
    }

    @Override
    public void close() {
        registry.close();
        servers.close();
        data.close();
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

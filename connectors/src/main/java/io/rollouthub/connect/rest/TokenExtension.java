package io.rollouthub.connect.rest;

import io.rollouthub.connect.Plugin;
import jakarta.ws.rs.Priorities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.rest.ConnectRestExtension;
import org.apache.kafka.connect.rest.ConnectRestExtensionContext;

/**
 * Has the worker's REST interface answer those alone who know what stands in a file that only the worker's user can read: it lets
 * whoever reaches it make connectors, which read that user's files. Connect's own extension takes users and passwords from JAAS,
 * and no look at the Host.
 */
public final class TokenExtension implements ConnectRestExtension {
    /** The worker's setting that names the file. */
    static final String FILE = "rollout.rest.token.file";

    private String token = "";

    @Override
    public void configure(Map<String, ?> settings) {
        if (!(settings.get(FILE) instanceof String file)) {
            throw new ConfigException(FILE + " is missing, which names the file with the token of the REST interface");
        }
        try {
            token = Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new ConfigException(FILE + ": " + file + " cannot be read: " + e);
        }
        if (token.isEmpty()) {
            throw new ConfigException(FILE + ": " + file + " is empty");
        }
    }

    @Override
    public void register(ConnectRestExtensionContext context) {
        context.configurable().register(new TokenFilter(token), Priorities.AUTHENTICATION);
    }

    @Override
    public String version() {
        return Plugin.VERSION;
    }

    @Override
    public void close() {}
}

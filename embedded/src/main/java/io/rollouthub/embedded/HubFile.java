package io.rollouthub.embedded;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.failure.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * What {@code hub.json} in a data folder says of the hub that runs on it, or ran there last.
 *
 * @param consoleUrl null: it has no console
 * @param guarded whether it asks who comes: the folder has logins then
 */
public record HubFile(
        String bootstrapServers,
        String registryUrl,
        @Nullable String consoleUrl,
        long pid,
        boolean guarded) {
    private static final String NAME = "hub.json";
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Writes it, readable at once as a whole. */
    public void write(Path folder) {
        try {
            Path draft = folder.resolve(NAME + ".draft");
            JSON.writerWithDefaultPrettyPrinter().writeValue(draft.toFile(), this);
            Files.move(draft, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw FileFailure.of(folder.resolve(NAME) + " cannot be written", e);
        }
    }

    /** The hub that runs on a folder's data, or null if none does. */
    public static @Nullable HubFile ofRunningHub(Path folder) {
        HubFile last = ofLastHub(folder);
        return last != null && DataFolder.isOpenBy(last.pid(), folder) ? last : null;
    }

    /** The hub that runs on a folder's data or ran there last, or null if none ever did. */
    static @Nullable HubFile ofLastHub(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return JSON.readValue(file.toFile(), HubFile.class);
        } catch (IOException e) {
            throw FileFailure.of(file + " cannot be read", e);
        }
    }
}

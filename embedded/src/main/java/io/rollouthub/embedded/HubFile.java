package io.rollouthub.embedded;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.failure.FileFailure;
import io.rollouthub.topic.Prefix;
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
 * @param prefix what its names begin with; null: it began before there were prefixes
 */
public record HubFile(
        String bootstrapServers,
        String registryUrl,
        @Nullable String consoleUrl,
        long pid,
        boolean guarded,
        @Nullable String prefix) {
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

    /** What the names of the hub begin with whose data is in a folder; null if there is none yet. */
    public static @Nullable String prefixOf(Path folder) {
        HubFile last = ofLastHub(folder);
        return last == null ? null : last.prefix == null ? Prefix.USUAL : last.prefix;
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

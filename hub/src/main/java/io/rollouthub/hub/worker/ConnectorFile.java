package io.rollouthub.hub.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.failure.FileFailure;
import io.rollouthub.failure.RolloutException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One connector's configuration, as JSON as Connect's REST interface takes it, or properties; without its name, {@code
 * name} in the file or else the file's without its ending, and with variables not yet put in.
 */
public record ConnectorFile(Path file, String name, Map<String, String> config) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "name";

    /** Configurations that cannot be used, with every mistake that was made, its file and key. */
    static RolloutException unusable(List<String> mistakes) {
        return new RolloutException(
                String.join(System.lineSeparator(), mistakes), "Mend that in the connector's file, and try again.");
    }

    /** All {@code *.json} and {@code *.properties}, by name; throws if one is of no use or two are of one connector. */
    public static List<ConnectorFile> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<ConnectorFile> read = files.filter(ConnectorFile::isOne)
                    .sorted()
                    .map(ConnectorFile::read)
                    .toList();
            Map<String, Path> names = new TreeMap<>();
            for (ConnectorFile one : read) {
                Path other = names.put(one.name(), one.file());
                if (other != null) {
                    throw new RolloutException(
                            other + " and " + one.file() + " are both of a connector '" + one.name() + "'.",
                            "Give one of them another name, with the key 'name'.");
                }
            }
            return read;
        } catch (IOException e) {
            throw new RolloutException(
                    "The folder " + folder + " cannot be read: " + FileFailure.reason(e),
                    "Name the one that holds the configurations with --connectors.");
        }
    }

    private static boolean isOne(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".json") || name.endsWith(".properties"));
    }

    /** Reads one; see {@link #in}. */
    public static ConnectorFile read(Path file) {
        String fileName = file.getFileName().toString();
        try {
            Map<String, String> config = fileName.endsWith(".json") ? json(file) : properties(file);
            if (!config.containsKey("connector.class")) {
                throw unusable(List.of(file + ": connector.class is missing, which says what connector it is."));
            }
            String name = config.remove(NAME);
            return new ConnectorFile(
                    file,
                    name == null || name.isEmpty() ? fileName.substring(0, fileName.lastIndexOf('.')) : name,
                    config);
        } catch (JsonProcessingException e) {
            throw unusable(List.of(file + ", line " + e.getLocation().getLineNr() + ": this is no JSON ("
                    + e.getOriginalMessage() + ")."));
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(List.of(file + " cannot be read ("
                    + (e instanceof IOException io ? FileFailure.reason(io) : e.getMessage()) + ")."));
        }
    }

    private static Map<String, String> json(Path file) throws IOException {
        JsonNode root = JSON.readTree(Files.readString(file));
        JsonNode entries = root.has("config") ? root.path("config") : root;
        if (!entries.isObject()) {
            throw unusable(List.of(file
                    + ": expected {\"name\": …, \"config\": {…}} or the configuration itself as one JSON object."));
        }
        Map<String, String> config = new TreeMap<>();
        List<String> mistakes = new ArrayList<>();
        entries.properties().forEach(entry -> {
            if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
                config.put(entry.getKey(), entry.getValue().asText());
            } else {
                mistakes.add(file + ": " + entry.getKey() + ": expected text, a number, true or false, but this is "
                        + entry.getValue());
            }
        });
        if (!mistakes.isEmpty()) {
            throw unusable(mistakes);
        }
        if (root.hasNonNull(NAME)) {
            config.put(NAME, root.path(NAME).asText());
        }
        return config;
    }

    private static Map<String, String> properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> config = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> config.put(key, properties.getProperty(key)));
        return config;
    }
}

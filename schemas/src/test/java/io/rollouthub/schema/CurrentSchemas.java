package io.rollouthub.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The schema of every file in {@code src/main/avro}, complete, as the generated class has it. */
final class CurrentSchemas {
    private static final Path SOURCES = Path.of("src/main/avro");
    private static final Pattern NAMESPACE = Pattern.compile("\"namespace\"\\s*:\\s*\"([^\"]+)\"");

    private CurrentSchemas() {}

    /** The schemas by full name. */
    static SortedMap<String, Schema> byName() {
        SortedMap<String, Schema> schemas = new TreeMap<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                Schema schema = SpecificData.get().getSchema(Class.forName(className(file)));
                schemas.put(schema.getFullName(), schema);
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("no schemas in " + SOURCES.toAbsolutePath(), e);
        }
        return schemas;
    }

    private static String className(Path file) throws IOException {
        Matcher namespace = NAMESPACE.matcher(Files.readString(file));
        if (!namespace.find()) {
            throw new IllegalStateException(file + " has no namespace");
        }
        return namespace.group(1) + "." + file.getFileName().toString().replace(".avsc", "");
    }
}

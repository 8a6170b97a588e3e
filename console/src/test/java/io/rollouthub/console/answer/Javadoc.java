package io.rollouthub.console.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands above a record in its source: what it is, and what each of its components is.
 *
 * @param about in a sentence
 * @param components by name
 */
record Javadoc(String about, Map<String, String> components) {
    private static final List<String> MODULES = List.of("console", "explain", "reader");

    static Javadoc of(Class<?> type) {
        Matcher above = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:[a-z]+ )*record " + type.getSimpleName() + "\\(",
                        Pattern.DOTALL)
                .matcher(source(type));
        if (!above.find()) {
            return new Javadoc("", Map.of());
        }
        String[] parts = above.group(1)
                .replaceAll("\\{@\\w+ #?([^}]*)}", "$1")
                .replaceAll("(?:\\s+\\*)*\\s+", " ")
                .strip()
                .split(" ?@param ", -1);
        Map<String, String> components = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] one = parts[i].split(" ", 2);
            components.put(one[0], one[1]);
        }
        return new Javadoc(parts[0], components);
    }

    private static String source(Class<?> type) {
        String file = type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        for (String module : MODULES) {
            Path source = Path.of("..", module, "src", "main", "java").resolve(file);
            if (Files.exists(source)) {
                try {
                    return Files.readString(source);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        throw new AssertionError("no source of " + type);
    }
}

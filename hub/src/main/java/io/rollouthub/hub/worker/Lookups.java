package io.rollouthub.hub.worker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the worker may look up for connectors, which is what their configurations name: variables and files, and no others. */
public record Lookups(SortedSet<String> variables, SortedSet<Path> files) {
    /** Nothing. */
    public static final Lookups NONE = new Lookups(new TreeSet<>(), new TreeSet<>());

    /** Those of these configurations; throws if a file is none that can be named. */
    public static Lookups of(List<ConnectorFile> configurations) {
        SortedSet<String> variables = new TreeSet<>();
        SortedSet<Path> files = new TreeSet<>();
        List<String> mistakes = new ArrayList<>();
        for (ConnectorFile one : configurations) {
            one.config().forEach((key, value) -> {
                variables.addAll(Variables.ofEnvironment(value));
                for (String named : Variables.files(value)) {
                    Path file = Path.of(named);
                    if (!file.isAbsolute() || !file.equals(file.normalize()) || !Files.isRegularFile(file)) {
                        mistakes.add(one.file() + ": " + key + ": there is no file " + named
                                + " to look up; name one that is there by its whole path, without '..'.");
                    }
                    files.add(file);
                }
            });
        }
        if (!mistakes.isEmpty()) {
            throw ConnectorFile.unusable(mistakes);
        }
        return new Lookups(variables, files);
    }

    /** The worker's settings for that. Passwords stay out of the topic of configurations: the worker looks them up itself. */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("config.providers", files.isEmpty() ? "env" : "env,file");
        settings.put("config.providers.env.class", "org.apache.kafka.common.config.provider.EnvVarConfigProvider");
        settings.put(
                "config.providers.env.param.allowlist.pattern",
                variables.isEmpty()
                        ? "(?!)" // which nothing matches
                        : variables.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        if (!files.isEmpty()) {
            settings.put("config.providers.file.class", "org.apache.kafka.common.config.provider.FileConfigProvider");
            settings.put(
                    "config.providers.file.param.allowed.paths",
                    files.stream().map(Path::toString).collect(Collectors.joining(",")));
        }
        return settings;
    }

    /** The variables with their values, as far as they have one. */
    public Map<String, String> in(Map<String, String> environment) {
        Map<String, String> found = new TreeMap<>(environment);
        found.keySet().retainAll(variables);
        return found;
    }
}

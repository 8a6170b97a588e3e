package io.rollouthub.hub.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code ${…}} stands for in the configuration of a connector.
 *
 * <ul>
 *   <li>{@code ${bootstrap}}, {@code ${registry}}: the hub's addresses, put in here
 *   <li>{@code ${console}}: the console's, or nothing if it is not known; connectors then make no links
 *   <li>{@code ${prefix}}: what the names of the hub's topics begin with
 *   <li>{@code ${env:NAME}}: an environment variable. It stays as it is, and the worker looks it up: so a password is not
 *       in the topic of configurations
 *   <li>{@code ${env:NAME:-text}}: the same, or the text if there is no such variable or it is empty
 *   <li>{@code ${file:PATH:KEY}}: left to the worker, which reads that file of properties
 *   <li>{@code $${x}}: the characters <code>${x}</code>, for connectors with variables of their own
 * </ul>
 *
 * @param addresses of the hub by name; the console's only if it is known
 */
public record Variables(Map<String, String> addresses, Map<String, String> environment) {
    private static final Pattern VARIABLE = Pattern.compile("(\\$?)\\$\\{([^}]*)}");
    private static final Pattern ENVIRONMENT = Pattern.compile("env:([^:]+)(?::-(.*))?");
    private static final Pattern FILE = Pattern.compile("file:([^:]+)(?::.*)?");

    /** What there is of the hub. */
    static final List<String> NAMES = List.of("bootstrap", "registry", "console", "prefix");

    /** A configuration, of no use if values are missing (by name) or variables, told with their keys, are unknown. */
    record Resolved(Map<String, String> config, List<String> missing, List<String> unknown) {}

    /** The names of the environment's variables in a text. */
    static List<String> ofEnvironment(String text) {
        return VARIABLE.matcher(text)
                .results()
                .filter(found -> found.group(1).isEmpty())
                .map(found -> ENVIRONMENT.matcher(found.group(2)))
                .filter(Matcher::matches)
                .map(variable -> variable.group(1))
                .toList();
    }

    /** The files of {@code ${file:PATH:KEY}} in a text. */
    static List<String> files(String text) {
        return VARIABLE.matcher(text)
                .results()
                .filter(found -> found.group(1).isEmpty())
                .map(found -> FILE.matcher(found.group(2)))
                .filter(Matcher::matches)
                .map(file -> file.group(1))
                .toList();
    }

    Resolved in(Map<String, String> config) {
        Map<String, String> resolved = new TreeMap<>();
        TreeSet<String> missing = new TreeSet<>();
        List<String> unknown = new ArrayList<>();
        config.forEach((key, value) -> {
            Matcher variables = VARIABLE.matcher(value);
            resolved.put(
                    key, variables.replaceAll(found -> Matcher.quoteReplacement(value(found, key, missing, unknown))));
        });
        return new Resolved(resolved, List.copyOf(missing), unknown);
    }

    private String value(MatchResult found, String key, TreeSet<String> missing, List<String> unknown) {
        if (!found.group(1).isEmpty()) {
            return found.group().substring(1);
        }
        String name = found.group(2);
        Matcher variable = ENVIRONMENT.matcher(name);
        if (variable.matches()) {
            return ofEnvironment(variable, missing);
        }
        if (name.startsWith("file:")) {
            return found.group();
        }
        if (!NAMES.contains(name)) {
            unknown.add(key + ": there is no variable ${" + name + "}. There are ${" + String.join("}, ${", NAMES)
                    + "} and ${env:NAME}; what is meant for the connector itself is written $${" + name + "}");
            return "";
        }
        return addresses.getOrDefault(name, "");
    }

    private String ofEnvironment(Matcher variable, TreeSet<String> missing) {
        String name = variable.group(1);
        if (!environment.getOrDefault(name, "").isEmpty()) {
            return "${env:" + name + "}";
        }
        String otherwise = variable.group(2);
        if (otherwise == null) {
            missing.add(name);
        }
        return otherwise == null ? "" : otherwise;
    }
}

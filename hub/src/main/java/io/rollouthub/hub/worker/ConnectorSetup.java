package io.rollouthub.hub.worker;

import io.rollouthub.topic.ConnectTopics;
import io.rollouthub.topic.Prefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes a worker run what the files of configurations say.
 *
 * @param say takes each line on what is done and what not
 */
public record ConnectorSetup(ConnectRest worker, Variables variables, Consumer<String> say) {
    /**
     * Applies them. A file with a variable that has no value is left out, one that is in force already left alone; if one
     * cannot be used, none is applied.
     *
     * @throws io.rollouthub.failure.RolloutException that names every mistake with its file and key
     */
    public void apply(List<ConnectorFile> files) {
        Map<ConnectorFile, Map<String, String>> usable = new LinkedHashMap<>();
        List<String> mistakes = new ArrayList<>();
        for (ConnectorFile file : files) {
            Variables.Resolved resolved = variables.in(file.config());
            resolved.unknown().forEach(mistake -> mistakes.add(file.file() + ": " + mistake + "."));
            if (!resolved.missing().isEmpty()) {
                say.accept("Connector " + file.name() + " is left out: " + file.file() + " needs "
                        + String.join(", ", resolved.missing()) + ", which "
                        + (resolved.missing().size() == 1 ? "is" : "are") + " not set.");
            } else if (resolved.unknown().isEmpty()) {
                usable.put(file, inGroupOfHub(file, resolved.config()));
            }
        }
        usable.forEach((file, config) -> mistakes.addAll(mistakesOf(file, config)));
        if (!mistakes.isEmpty()) {
            throw ConnectorFile.unusable(mistakes);
        }
        usable.forEach(this::apply);
    }

    /** Kafka Connect would have the sinks of several hubs that are called alike read in one group. */
    private static Map<String, String> inGroupOfHub(ConnectorFile file, Map<String, String> config) {
        if (Prefix.own().isUsual() || !(config.containsKey("topics") || config.containsKey("topics.regex"))) {
            return config;
        }
        Map<String, String> grouped = new LinkedHashMap<>(config);
        grouped.putIfAbsent("consumer.override.group.id", ConnectTopics.SINK_GROUPS + file.name());
        return grouped;
    }

    private List<String> mistakesOf(ConnectorFile file, Map<String, String> config) {
        Map<String, String> named = new LinkedHashMap<>(config);
        named.put("name", file.name());
        try {
            return worker.mistakes(named).stream()
                    .map(mistake -> file.file() + ": " + mistake)
                    .toList();
        } catch (ConnectRest.NotDone e) {
            return List.of(file.file() + ": " + e.getMessage());
        }
    }

    private void apply(ConnectorFile file, Map<String, String> config) {
        Map<String, String> before = worker.config(file.name());
        if (config.equals(before)) {
            say.accept("Connector " + file.name() + " runs as before.");
            return;
        }
        worker.configure(file.name(), config);
        say.accept("Connector " + file.name() + (before == null ? " is started." : " is started as now configured."));
    }
}

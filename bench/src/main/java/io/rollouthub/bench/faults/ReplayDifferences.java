package io.rollouthub.bench.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.check.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Where what a hub tells of itself, as JSON, and what a replay of its journal tells are not the same. */
final class ReplayDifferences {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode told;
    private final JsonNode replayed;
    private final List<String> found = new ArrayList<>();

    private ReplayDifferences(JsonNode told, JsonNode replayed) {
        this.told = told;
        this.replayed = replayed;
    }

    /**
     * All of them.
     *
     * @param told what {@code status} printed, with anything before it
     * @param replayed what {@code replay} printed
     * @param forgotten the suppliers of whom nobody knows any more what was refused
     */
    static List<String> between(String told, String replayed, Set<String> forgotten) {
        ReplayDifferences differences = new ReplayDifferences(parsed(told), parsed(replayed));
        for (String part : List.of("milestones", "rates", "duplicates")) {
            differences.compare(part, differences.told.path(part), differences.replayed.path(part));
        }
        differences.compareGrouped("openAlerts", (root, sink) -> root.path("openAlerts")
                .forEach(alert -> sink.accept(clusterOf(alert.asText()), alert)));
        differences.compareGrouped("transitions", (root, sink) -> root.path("transitions")
                .forEach(transition ->
                        sink.accept(clusterOf(transition.path("alertId").asText()), transition)));
        differences.compareGrouped(
                "rejected by the ledger", (root, sink) -> root.path("rejected").forEach(one -> {
                    String supplier = one.path("supplier").asText();
                    boolean byLedger =
                            Reason.valueOf(one.path("reason").asText()).isByLedger();
                    if (byLedger && !forgotten.contains(supplier)) {
                        sink.accept(supplier + "/" + one.path("eventId").asText() + "/" + one.path("reason"), one);
                    }
                }));
        return differences.found;
    }

    /** A JSON object, with anything printed before it. */
    static JsonNode parsed(String printed) {
        try {
            return JSON.readTree(printed.substring(printed.indexOf('{')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
        }
    }

    private static String clusterOf(String alertId) {
        return alertId.substring(0, alertId.indexOf('/'));
    }

    private void compareGrouped(String what, BiConsumer<JsonNode, BiConsumer<String, JsonNode>> groups) {
        compare(what, grouped(told, groups), grouped(replayed, groups));
    }

    private static JsonNode grouped(JsonNode root, BiConsumer<JsonNode, BiConsumer<String, JsonNode>> groups) {
        Map<String, List<JsonNode>> grouped = new TreeMap<>();
        groups.accept(root, (group, node) -> grouped.computeIfAbsent(group, any -> new ArrayList<>())
                .add(node));
        return JSON.valueToTree(grouped);
    }

    private void compare(String where, JsonNode one, JsonNode other) {
        if (one.equals(other)) {
            return;
        }
        if (one.isObject() && other.isObject()) {
            Set<String> names = new TreeSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(where + " " + name, one.path(name), other.path(name)));
        } else if (one.isArray() && other.isArray()) {
            for (int index = 0; index < Math.max(one.size(), other.size()); index++) {
                compare(where + " " + index, one.path(index), other.path(index));
            }
        } else {
            found.add(where + ": told " + one + ", replayed " + other);
        }
    }
}

package io.rollouthub.hub.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A replay's JSON, read for comparisons. */
final class Story {
    private Story() {}

    /** Transitions by cluster, in order, as one line each. */
    static SortedMap<String, List<String>> transitions(JsonNode result) {
        SortedMap<String, List<String>> byCluster = new TreeMap<>();
        for (JsonNode t : result.path("transitions")) {
            String alertId = t.path("alertId").asText();
            byCluster
                    .computeIfAbsent(alertId.substring(0, alertId.indexOf('/')), cluster -> new ArrayList<>())
                    .add(String.join(
                            " ",
                            alertId,
                            t.path("episode").asText(),
                            t.path("state").asText(),
                            t.path("startsAt").asText(),
                            t.path("endsAt").asText(),
                            t.path("resolution").asText()));
        }
        return byCluster;
    }

    /** The same of one kind of alert alone. */
    static List<String> transitions(JsonNode result, String cluster, String kind) {
        String prefix = cluster + "/" + kind + "/";
        return transitions(result).getOrDefault(cluster, List.of()).stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    /** The months in which something is not 0, as {@code cluster month goLives planned due}. */
    static List<String> rates(JsonNode result) {
        List<String> rates = new ArrayList<>();
        result.path("rates")
                .properties()
                .forEach(cluster -> cluster.getValue().properties().forEach(month -> {
                    String figures = month.getValue().path("goLives") + " "
                            + month.getValue().path("planned") + " "
                            + month.getValue().path("due");
                    if (!figures.equals("0 0 0")) {
                        rates.add(cluster.getKey() + " " + month.getKey() + " " + figures);
                    }
                }));
        return rates;
    }
}

package io.rollouthub.hub.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.jsonl.RecordJson;
import io.rollouthub.programme.Programme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** In what two programmes differ, in the words of their file: suppliers and clusters by their ids. */
final class ProgrammeDifferences {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProgrammeDifferences() {}

    /** A line for each value, such as {@code suppliers.bt.clusters: london -> london, south}; the first programme is one line. */
    static List<String> between(@Nullable Programme before, Programme after) {
        if (before == null) {
            return List.of("the first");
        }
        SortedMap<String, String> was = values(before);
        SortedMap<String, String> is = values(after);
        TreeSet<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        List<String> lines = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(was.get(name), is.get(name))) {
                lines.add(name + ": " + was.getOrDefault(name, "nothing") + " -> " + is.getOrDefault(name, "nothing"));
            }
        }
        return lines;
    }

    private static SortedMap<String, String> values(Programme programme) {
        SortedMap<String, String> values = new TreeMap<>();
        try {
            add("", JSON.readTree(RecordJson.write(programme)), values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is written as JSON is JSON", e);
        }
        return values;
    }

    private static void add(String name, JsonNode value, Map<String, String> values) {
        if (value.isObject()) {
            value.properties().forEach(field -> {
                if (!field.getKey().equals("type")) {
                    add(name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue(), values);
                }
            });
        } else if (value.isArray() && value.size() > 0 && value.get(0).isObject()) {
            value.forEach(each -> add(name + "." + idOf(each), each, values));
        } else if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(each -> texts.add(each.asText()));
            values.put(name, texts.isEmpty() ? "nothing" : String.join(", ", texts));
        } else {
            values.put(name, value.isNull() ? "nothing" : value.asText());
        }
    }

    /** Of a cluster or a supplier. */
    private static String idOf(JsonNode each) {
        return each.path("cluster").asText(each.path("supplier").asText());
    }
}

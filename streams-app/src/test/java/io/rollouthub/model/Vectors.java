package io.rollouthub.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The decided cases among the test resources. */
final class Vectors {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FIELD = Pattern.compile(",(\"[^\"]*\"|[^,]*)");

    private Vectors() {}

    static String text(String name) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no vector " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a CSV file between the n-th line of comment and the next. */
    static List<List<String>> rows(String name, int comment) {
        String[] parts = ("\n" + text(name)).split("\n#[^\n]*", -1);
        return parts[comment]
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    /** The rows of a CSV file with a header, each by column; a quoted field may hold commas. */
    static List<Map<String, String>> table(String name) {
        List<String> lines = text(name).lines().toList();
        List<String> header = fields(lines.get(0));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = fields(line);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), fields.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        Matcher field = FIELD.matcher("," + line);
        while (field.find()) {
            String text = field.group(1);
            fields.add(text.startsWith("\"") ? text.substring(1, text.length() - 1) : text);
        }
        return fields;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}

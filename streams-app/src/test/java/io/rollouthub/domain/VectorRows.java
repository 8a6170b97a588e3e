package io.rollouthub.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows of the CSV files whose numbers were computed elsewhere. */
public final class VectorRows {
    private VectorRows() {}

    /**
     * The rows of one part of a file, without its header.
     *
     * @param part each line that starts with a # begins the next; the first is 0
     */
    public static List<List<String>> of(String file, int part) {
        List<List<String>> rows = new ArrayList<>();
        int current = 0;
        for (String line : text(file).lines().toList()) {
            if (line.startsWith("#")) {
                current++;
            } else if (current == part && !line.matches("(at|remaining),.*")) {
                rows.add(List.of(line.split(",", -1)));
            }
        }
        return rows;
    }

    private static String text(String file) {
        try (InputStream in = VectorRows.class.getResourceAsStream("/vectors/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("no vectors " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

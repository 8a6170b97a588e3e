package io.rollouthub.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A CSV file whose numbers were computed elsewhere, with a header; cells may be quoted. */
public final class VectorTable {
    private VectorTable() {}

    /** One row, by the names of its columns. */
    public record Row(Map<String, String> cells) {
        public String text(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        public int number(String column) {
            return Integer.parseInt(text(column));
        }

        public double fraction(String column) {
            return Double.parseDouble(text(column));
        }

        public LocalDate date(String column) {
            return LocalDate.parse(text(column));
        }

        public @Nullable LocalDate dateOrNull(String column) {
            return text(column).isEmpty() ? null : date(column);
        }

        /** Its items, which are separated by spaces. */
        public List<String> list(String column) {
            return text(column).isEmpty() ? List.of() : List.of(text(column).split(" "));
        }
    }

    public static List<Row> rows(String file) {
        List<String> lines = text(file).lines().toList();
        List<String> header = cells(lines.get(0));
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), cells.get(i));
            }
            rows.add(new Row(row));
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static String text(String file) {
        try (InputStream in = VectorTable.class.getResourceAsStream("/vectors/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

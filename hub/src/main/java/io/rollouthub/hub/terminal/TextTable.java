package io.rollouthub.hub.terminal;

import io.rollouthub.hub.terminal.Look.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of text in aligned columns; a column of numbers is aligned to the right. Where there is no room a row goes on in a
 * second line, and the last column, which may hold a sentence, is cut; ids and figures before it stay whole. picocli's
 * table of this name cuts or wraps any cell, needs widths beforehand and aligns everything to the left, so this is not it.
 */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<Row> rows = new ArrayList<>();

    private record Row(List<String> cells, Tone tone) {}

    public TextTable(String... heads) {
        rows.add(new Row(List.of(heads), Tone.HEADING));
    }

    /** Adds a row; a null cell is empty. */
    public void row(@Nullable Object... cells) {
        tonedRow(Tone.NONE, cells);
    }

    /** Adds a row whose last cell goes on in further rows, a line each. */
    public void rowOfLines(List<String> lines, @Nullable Object... cells) {
        @Nullable Object[] row = Arrays.copyOf(cells, cells.length + 1);
        row[cells.length] = lines.isEmpty() ? null : lines.get(0);
        row(row);
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            @Nullable Object[] more = new @Nullable Object[row.length];
            more[cells.length] = line;
            row(more);
        }
    }

    /** Adds a row that has a colour where there are colours. */
    public void tonedRow(Tone tone, @Nullable Object... cells) {
        rows.add(new Row(
                Arrays.stream(cells)
                        .map(cell -> cell == null ? "" : cell.toString())
                        .toList(),
                tone));
    }

    /** Whether it has no rows. */
    public boolean isEmpty() {
        return rows.size() == 1;
    }

    /** The table, as wide as the look has room for, if ids and figures let it. */
    public String text(Look look) {
        int columns = rows.get(0).cells().size();
        boolean[] numeric = new boolean[columns];
        IntStream.range(0, columns).forEach(column -> numeric[column] = isNumeric(column));
        TableFold fold = TableFold.of(
                IntStream.range(0, columns).map(this::widest).toArray(), look.width(), !numeric[columns - 1]);
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            for (int line = 0; line < fold.lines(); line++) {
                StringBuilder cells = new StringBuilder();
                for (int column = fold.first(line); column < fold.first(line + 1); column++) {
                    String cell = cut(row.cells().get(column), fold.width(column));
                    String space = " ".repeat(fold.width(column) - length(cell));
                    cells.append(column == fold.first(line) ? "" : GAP)
                            .append(numeric[column] ? space + cell : cell + space);
                }
                if (line == 0 || !cells.toString().isBlank()) {
                    String indent = line == 0 ? "" : TableFold.INDENT;
                    text.append(look.paint((indent + cells).stripTrailing(), row.tone()))
                            .append(System.lineSeparator());
                }
            }
        }
        return text.toString();
    }

    /** In the middle: ends tell as much. */
    private static String cut(String cell, int width) {
        int length = length(cell);
        if (length <= width) {
            return cell;
        }
        int tail = (width - 1) / 2;
        int head = width - 1 - tail;
        return cell.substring(0, cell.offsetByCodePoints(0, head)) + "…"
                + cell.substring(cell.offsetByCodePoints(0, length - tail));
    }

    private int widest(int column) {
        return rows.stream()
                .mapToInt(row -> length(row.cells().get(column)))
                .max()
                .orElse(0);
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private boolean isNumeric(int column) {
        return rows.stream()
                .skip(1)
                .map(row -> row.cells().get(column))
                .allMatch(cell -> cell.matches("[-+]?[0-9.]*%?"));
    }
}

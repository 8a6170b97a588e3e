package io.rollouthub.hub.terminal;

import io.rollouthub.hub.terminal.Look.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of text in aligned columns; a column of numbers is aligned to the right. picocli's table of this name wraps or cuts
 * at the end, needs widths beforehand and aligns everything to the left, so this is not it.
 */
public final class TextTable {
    private static final String GAP = "  ";

    /** A column is not made narrower than this, be the terminal as narrow as it may. */
    private static final int NARROW = 10;

    private final List<Row> rows = new ArrayList<>();

    private record Row(List<String> cells, Tone tone) {}

    public TextTable(String... heads) {
        rows.add(new Row(List.of(heads), Tone.HEADING));
    }

    /** Adds a row; a null cell is empty. */
    public void row(@Nullable Object... cells) {
        tonedRow(Tone.NONE, cells);
    }

    /** Adds a row that has a colour where there are colours. */
    public void tonedRow(Tone tone, @Nullable Object... cells) {
        rows.add(new Row(
                Arrays.stream(cells).map(cell -> Objects.toString(cell, "")).toList(), tone));
    }

    /** Whether it has no rows. */
    public boolean isEmpty() {
        return rows.size() == 1;
    }

    /** The table; cells are cut where it would be wider than there is room, in their middle: ends tell as much. */
    public String text(Look look) {
        int columns = rows.get(0).cells().size();
        int[] widths = IntStream.range(0, columns).map(this::widest).toArray();
        boolean[] numeric = new boolean[columns];
        IntStream.range(0, columns).forEach(column -> numeric[column] = isNumeric(column));
        fit(widths, numeric, look.width());
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String cell = cut(row.cells().get(column), widths[column]);
                String space = " ".repeat(widths[column] - length(cell));
                line.append(column == 0 ? "" : GAP).append(numeric[column] ? space + cell : cell + space);
            }
            text.append(look.paint(line.toString().stripTrailing(), row.tone())).append(System.lineSeparator());
        }
        return text.toString();
    }

    /** Takes from the widest column of text until all fit, or none can give more. */
    private static void fit(int[] widths, boolean[] numeric, int room) {
        int total = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1);
        while (total > room) {
            int widest = IntStream.range(0, widths.length)
                    .filter(column -> !numeric[column])
                    .reduce(-1, (best, column) -> best < 0 || widths[column] > widths[best] ? column : best);
            if (widest < 0 || widths[widest] <= NARROW) {
                return;
            }
            widths[widest]--;
            total--;
        }
    }

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

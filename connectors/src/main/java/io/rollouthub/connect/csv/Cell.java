package io.rollouthub.connect.csv;

import io.rollouthub.text.Quoted;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the text for one field comes from.
 *
 * @param column whose cell it is; null: the same in every row
 * @param value in every row; null: of a column
 * @param words what the words of the column mean; empty: themselves
 * @param identifier whether a name for people is made into an identifier
 */
record Cell(@Nullable String column, @Nullable String value, Map<String, String> words, boolean identifier) {

    static Cell ofColumn(String column) {
        return new Cell(column, null, Map.of(), false);
    }

    static Cell ofValue(String value) {
        return new Cell(null, value, Map.of(), false);
    }

    /** The text in a row; null if the cell is blank. */
    @Nullable
    String text(Row row) throws BadRowException {
        if (column == null) {
            return value;
        }
        String text = Objects.requireNonNull(row.cells().get(column), column);
        if (text.isEmpty()) {
            return null;
        }
        if (!words.isEmpty()) {
            String meaning = words.get(text);
            if (meaning == null) {
                throw new BadRowException(Quoted.of(text) + " in column " + Quoted.of(column)
                        + " is not among the words of the mapping: " + Quoted.list(words.keySet()));
            }
            return meaning;
        }
        return identifier ? toIdentifier(text) : text;
    }

    /** The text in a row. */
    String required(Row row) throws BadRowException {
        String text = text(row);
        if (text == null) {
            throw new BadRowException("column " + Quoted.of(String.valueOf(column)) + " is blank");
        }
        return text;
    }

    private static String toIdentifier(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.]+", "-")
                .replaceAll("^-|-$", "");
    }
}

package io.rollouthub.connect.csv;

import io.rollouthub.connect.csv.CsvTable.Row;
import io.rollouthub.text.Quoted;
import io.rollouthub.yamlfile.Section;
import io.rollouthub.yamlfile.Value;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a field's text comes from: the cell of a column or, of the two the one that is not null, a value for all rows.
 * A column's words mean what is given, themselves if nothing is; an identifier is made of a name for people.
 */
record Cell(@Nullable String column, @Nullable String value, Map<String, String> words, boolean identifier) {
    /** What stands for a cell after a mistake that has been noted. */
    static final Cell NONE = new Cell(null, "", Map.of(), false);

    static Cell ofColumn(String column) {
        return new Cell(column, null, Map.of(), false);
    }

    /** Reads a {@code Column name}, {@code {value: the same in every row}}, or a column with words or as an identifier. */
    static Cell read(Value value) {
        if (!value.isMapping()) {
            return ofColumn(value.text());
        }
        Section section = new Section(value, List.of(), List.of("column", "value", "words", "identifier"));
        String column = section.read("column", Value::text).orElse(null);
        String constant = section.read("value", Value::text).orElse(null);
        Map<String, String> words = new LinkedHashMap<>();
        section.read("words", Value::entries)
                .orElse(Map.of())
                .forEach((word, meaning) -> words.put(word, meaning.text()));
        boolean identifier = section.read("identifier", Cell::isTrue).orElse(false);
        if ((column == null) == (constant == null)) {
            value.mistake("give either column, or value for the same in every row");
        } else if (constant != null && (identifier || !words.isEmpty())) {
            value.mistake("words and identifier go with column");
        }
        return new Cell(column, constant, words, identifier);
    }

    private static boolean isTrue(Value value) {
        String text = value.text();
        if (!text.equals("true") && !text.equals("false") && !text.isEmpty()) {
            value.mistake("expected true or false");
        }
        return text.equals("true");
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
        if (words.isEmpty()) {
            return identifier ? toIdentifier(text) : text;
        }
        String meaning = words.get(text);
        if (meaning == null) {
            throw new BadRowException(Quoted.of(text) + " in column " + Quoted.of(column)
                    + " is not among the words of the mapping: " + Quoted.list(words.keySet()));
        }
        return meaning;
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

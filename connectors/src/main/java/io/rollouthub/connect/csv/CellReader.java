package io.rollouthub.connect.csv;

import io.rollouthub.yamlfile.Section;
import io.rollouthub.yamlfile.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads where a field stands: the name of a column, or keys that say more of it. */
final class CellReader {

    private CellReader() {}

    /** A {@code Column name}, {@code {value: the same in every row}}, or a column with words or as an identifier. */
    static Cell read(Value value) {
        if (!value.isMapping()) {
            return Cell.ofColumn(value.text());
        }
        Section section = new Section(value, List.of(), List.of("column", "value", "words", "identifier"));
        String column = section.read("column", Value::text).orElse(null);
        String constant = section.read("value", Value::text).orElse(null);
        Map<String, String> words = new LinkedHashMap<>();
        section.read("words", Value::entries)
                .orElse(Map.of())
                .forEach((word, meaning) -> words.put(word, meaning.text()));
        boolean identifier = section.read("identifier", CellReader::isTrue).orElse(false);
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
}

package io.rollouthub.connect.csv;

import io.rollouthub.text.Quoted;
import io.rollouthub.yamlfile.Section;
import io.rollouthub.yamlfile.Value;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How the bytes of a file are to be read: what stands between two cells, and how many lines above the header. */
record Layout(Charset charset, char separator, int skipLines) {
    /** What is meant where a mapping says nothing. */
    static final Layout USUAL = new Layout(StandardCharsets.UTF_8, ',', 0);

    static Layout read(Value value) {
        Section section = new Section(value, List.of(), List.of("encoding", "separator", "skip-lines"));
        return new Layout(
                section.read("encoding", Layout::charset).orElse(USUAL.charset),
                section.read("separator", Layout::separator).orElse(USUAL.separator),
                section.read("skip-lines", lines -> lines.wholeNumber(0)).orElse(USUAL.skipLines));
    }

    private static Charset charset(Value value) {
        String name = value.text();
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            if (!name.isEmpty()) {
                value.mistake("no encoding " + Quoted.of(name) + "; give one such as UTF-8 or windows-1252");
            }
            return USUAL.charset;
        }
    }

    private static char separator(Value value) {
        String text = value.text();
        if (text.equals("tab")) {
            return '\t';
        }
        if (text.length() == 1 && !text.equals("\"")) {
            return text.charAt(0);
        }
        if (!text.isEmpty()) {
            value.mistake(Quoted.of(text) + " is no separator; give one character such as ; or the word tab");
        }
        return USUAL.separator;
    }
}

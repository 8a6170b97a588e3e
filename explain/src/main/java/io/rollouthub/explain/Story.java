package io.rollouthub.explain;

import java.util.List;

/** Why something stands where it stands, in sentences, under a title in suppliers' words and what it is about. */
public record Story(String title, String about, List<Section> sections) {

    public record Section(String heading, List<String> sentences) {}

    /** The text for a terminal, one sentence or list item a line, ending in a line feed. */
    public String text() {
        String newline = System.lineSeparator();
        StringBuilder text =
                new StringBuilder(title).append(newline).append(about).append(newline);
        for (Section section : sections) {
            text.append(newline).append(section.heading()).append(newline);
            section.sentences()
                    .forEach(sentence -> text.append("  ").append(sentence).append(newline));
        }
        return text.toString();
    }
}

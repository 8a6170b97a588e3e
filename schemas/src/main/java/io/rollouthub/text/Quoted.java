package io.rollouthub.text;

import java.util.Collection;
import java.util.stream.Collectors;

/** Other people's texts inside our messages: in quotes, on one line, never longer than a message can bear. */
public final class Quoted {
    private static final int MAX_CODE_POINTS = 64;
    private static final int MAX_LISTED = 10;

    private Quoted() {}

    /** The text in quotes; what cannot be seen is escaped, and what is too long is cut, with its length behind it. */
    public static String of(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().limit(MAX_CODE_POINTS).forEach(c -> append(quoted, c));
        int length = text.codePointCount(0, text.length());
        return length <= MAX_CODE_POINTS
                ? quoted.append('"').toString()
                : quoted.append("…\" (" + length + " characters)").toString();
    }

    /** The texts after one another, for "one of …"; of many only the first, and how many more there are. */
    public static String list(Collection<String> texts) {
        String listed = texts.stream().limit(MAX_LISTED).collect(Collectors.joining(", "));
        return texts.size() <= MAX_LISTED ? listed : listed + " and " + (texts.size() - MAX_LISTED) + " more";
    }

    private static void append(StringBuilder quoted, int c) {
        if (c == '"' || c == '\\') {
            quoted.append('\\').appendCodePoint(c);
        } else if (isVisible(c)) {
            quoted.appendCodePoint(c);
        } else {
            quoted.append(String.format("\\u%04X", c));
        }
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}

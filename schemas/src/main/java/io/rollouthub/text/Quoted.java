package io.rollouthub.text;

import java.util.Collection;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Other people's texts inside our messages: in quotes, on one line, never longer than a message can bear. */
public final class Quoted {
    private static final int MAX_CODE_POINTS = 64;
    private static final int MAX_LISTED = 10;

    /** Quotes, the escape itself, and what cannot be seen: all of Unicode's categories Other and Separator but the blank. */
    private static final Pattern TO_ESCAPE = Pattern.compile("[\"\\\\]|[\\p{C}\\p{Z}&&[^ ]]");

    private Quoted() {}

    /** The text in quotes; what cannot be seen is escaped, and what is too long is cut, with its length behind it. */
    public static String of(String text) {
        int length = text.codePointCount(0, text.length());
        String start = text.substring(0, text.offsetByCodePoints(0, Math.min(length, MAX_CODE_POINTS)));
        String shown = '"' + TO_ESCAPE.matcher(start).replaceAll(Quoted::shown);
        return length <= MAX_CODE_POINTS ? shown + '"' : shown + "…\" (" + length + " characters)";
    }

    /** The texts after one another, for "one of …"; of many only the first, and how many more there are. */
    public static String list(Collection<String> texts) {
        String listed = texts.stream().limit(MAX_LISTED).collect(Collectors.joining(", "));
        return texts.size() <= MAX_LISTED ? listed : listed + " and " + (texts.size() - MAX_LISTED) + " more";
    }

    private static String shown(MatchResult found) {
        String one = found.group();
        return Matcher.quoteReplacement(
                one.equals("\"") || one.equals("\\") ? "\\" + one : String.format("\\u%04X", one.codePointAt(0)));
    }
}

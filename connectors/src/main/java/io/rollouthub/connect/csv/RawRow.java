package io.rollouthub.connect.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row's text, which may run over several lines, where it begins, from 1, and if every quote in it is closed. */
record RawRow(int line, String text, boolean closed) {
    private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");

    /**
     * Cuts a text at the line ends (CR LF, LF or CR) that do not stand in quotes, so that one row that cannot be read
     * takes no other with it. If a quote is never closed, its row ends with its first line.
     */
    static List<RawRow> of(String text, char separator) {
        List<RawRow> rows = new ArrayList<>();
        Matcher lineEnd = LINE_END.matcher(text);
        int line = 1;
        int start = 0;
        while (start < text.length()) {
            int end = endOfRow(text, start, separator);
            boolean closed = end >= 0;
            if (!closed) {
                end = lineEnd.find(start) ? lineEnd.start() : text.length();
            }
            String row = text.substring(start, end);
            rows.add(new RawRow(line, row, closed));
            start = text.startsWith("\r\n", end) ? end + 2 : end + 1;
            line += 1 + (int) LINE_END.matcher(row).results().count();
        }
        return rows;
    }

    /** -1 if the text ends within quotes. A quote opens at the beginning of a cell alone; elsewhere it is a letter. */
    private static int endOfRow(String text, int start, char separator) {
        boolean quoted = false;
        boolean atCellStart = true;
        boolean justClosed = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                quoted = c != '"';
                justClosed = !quoted;
            } else if (c == '"' && (atCellStart || justClosed)) {
                quoted = true; // after one that has just closed: a doubled quote, which is a letter
                atCellStart = false;
            } else if (c == '\n' || c == '\r') {
                return i;
            } else {
                atCellStart = c == separator;
                justClosed = false;
            }
        }
        return quoted ? -1 : text.length();
    }
}

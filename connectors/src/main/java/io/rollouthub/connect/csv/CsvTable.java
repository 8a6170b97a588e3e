package io.rollouthub.connect.csv;

import io.rollouthub.text.Quoted;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A file's content by RFC 4180: the rows that could be read, without blank ones, and the others. */
record CsvTable(List<Row> rows, List<Reject> rejects) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** One row as it stands in the file, its first line, from 1, and its stripped cells by their columns' names. */
    record Row(int line, String text, Map<String, String> cells) {}

    /** A row, as it stands in the file on a line, that is not sent, and why. */
    record Reject(int line, String reason, String row) {
        static Reject of(int line, BadRowException e, String row) {
            return new Reject(line, String.valueOf(e.getMessage()), row);
        }
    }

    /** No row of a file can be read. */
    static final class UnusableFileException extends Exception {
        private static final long serialVersionUID = 1;

        /** Where, from 1. */
        final int line;

        UnusableFileException(int line, String reason) {
            super(reason);
            this.line = line;
        }
    }

    /** Reads a file whose header must have the needed columns. */
    static CsvTable read(byte[] bytes, Layout layout, Set<String> needed) throws UnusableFileException {
        CSVFormat format =
                CSVFormat.RFC4180.builder().setDelimiter(layout.separator()).get();
        List<RawRow> raw = RawRow.of(text(bytes, layout), layout.separator()).stream()
                .filter(row -> row.line() > layout.skipLines())
                .toList();
        if (raw.isEmpty()) {
            throw new UnusableFileException(
                    layout.skipLines() + 1,
                    "there is no header; the file ends before line " + (layout.skipLines() + 1));
        }
        List<String> header = header(raw.get(0), format, needed);
        List<Row> rows = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        for (RawRow row : raw.subList(1, raw.size())) {
            try {
                List<String> cells = cells(row, format);
                if (!cells.stream().allMatch(String::isEmpty)) {
                    rows.add(new Row(row.line(), row.text(), byColumn(header, cells)));
                }
            } catch (BadRowException e) {
                rejects.add(Reject.of(row.line(), e, row.text()));
            }
        }
        return new CsvTable(rows, rejects);
    }

    private static String text(byte[] bytes, Layout layout) throws UnusableFileException {
        try {
            String text =
                    layout.charset().newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnusableFileException(
                    1,
                    "the file is not text in " + layout.charset()
                            + "; save it so, or change file.encoding of the mapping");
        }
    }

    private static List<String> header(RawRow row, CSVFormat format, Set<String> needed) throws UnusableFileException {
        List<String> header;
        try {
            header = cells(row, format);
        } catch (BadRowException e) {
            throw new UnusableFileException(row.line(), "the header cannot be read: " + e.getMessage());
        }
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!seen.add(name) && needed.contains(name)) {
                throw new UnusableFileException(
                        row.line(), "there are two columns " + Quoted.of(name) + "; rename one");
            }
        }
        for (String name : needed) {
            if (!seen.contains(name)) {
                throw new UnusableFileException(
                        row.line(),
                        "there is no column " + Quoted.of(name) + "; columns are "
                                + Quoted.list(header.stream().map(Quoted::of).toList()));
            }
        }
        return header;
    }

    private static List<String> cells(RawRow row, CSVFormat format) throws BadRowException {
        if (!row.closed()) {
            throw new BadRowException("a quote opens and does not close; double it if it is meant as a letter");
        }
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(row.text()))
                .setFormat(format)
                .get()) {
            List<CSVRecord> records = parser.getRecords();
            return records.isEmpty()
                    ? List.of()
                    : records.get(0).stream().map(String::strip).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new BadRowException("there is text between a closing quote and the next separator");
        }
    }

    private static Map<String, String> byColumn(List<String> header, List<String> cells) throws BadRowException {
        if (cells.size() != header.size()) {
            throw new BadRowException("the row has " + cells.size() + " cells, the header " + header.size()
                    + "; quote a cell that holds the separator, and leave none out");
        }
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            byColumn.putIfAbsent(header.get(i), cells.get(i));
        }
        return byColumn;
    }
}

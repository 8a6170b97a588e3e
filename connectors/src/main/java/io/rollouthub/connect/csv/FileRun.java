package io.rollouthub.connect.csv;

import io.rollouthub.connect.csv.CsvTable.Reject;
import io.rollouthub.connect.csv.CsvTable.Row;
import io.rollouthub.connect.csv.CsvTable.UnusableFileException;
import io.rollouthub.connect.csv.DropFolder.DroppedFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The reading of one file from its beginning to its end. */
final class FileRun {
    private final DroppedFile file;
    private final List<Reject> rejects = new ArrayList<>();
    private final List<Row> rows;
    private final RowForm.Reader reader;
    private int next;
    private int sent;

    FileRun(DroppedFile file, Mapping mapping, RowForm.Progress progress) {
        this.file = file;
        this.rows = rows(file, mapping);
        this.reader = mapping.form().open(file, rows, progress);
    }

    private List<Row> rows(DroppedFile dropped, Mapping mapping) {
        try {
            if (dropped.size() > DropFolder.MAX_BYTES) {
                throw new UnusableFileException(
                        1, "the file is larger than " + (DropFolder.MAX_BYTES >> 20) + " MiB; split it");
            }
            CsvTable table = CsvTable.read(
                    dropped.bytes(), mapping.layout(), mapping.form().columns());
            rejects.addAll(table.rejects());
            return table.rows();
        } catch (UnusableFileException e) {
            rejects.add(new Reject(e.line, "no row is read: " + e.getMessage(), ""));
            return List.of();
        }
    }

    /** The events of some rows more, all events of a row together; at the end of the file none. */
    List<Outgoing> next(int rowsAtMost) {
        List<Outgoing> outgoing = new ArrayList<>();
        for (int end = Math.min(rows.size(), next + rowsAtMost); next < end; next++) {
            Row row = rows.get(next);
            try {
                outgoing.addAll(reader.read(row));
            } catch (BadRowException e) {
                rejects.add(new Reject(row.line(), String.valueOf(e.getMessage()), row.text()));
            }
        }
        sent += outgoing.size();
        return outgoing;
    }

    boolean isAtEnd() {
        return next == rows.size();
    }

    DroppedFile file() {
        return file;
    }

    /** What is not sent, in the order of the file. */
    List<Reject> rejects() {
        return rejects.stream().sorted(Comparator.comparing(Reject::line)).toList();
    }

    /** What came of it, for the log. */
    String summary() {
        return file.name() + ": " + rows.size() + " rows, " + sent + " events sent, " + rejects.size() + " rejected";
    }
}

package io.rollouthub.connect.csv;

import io.rollouthub.connect.csv.CsvTable.Reject;
import io.rollouthub.connect.csv.CsvTable.Row;
import io.rollouthub.connect.csv.CsvTable.UnusableFileException;
import io.rollouthub.connect.csv.DropFolder.DroppedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a folder as one stream of events. A file is put away only when all of its events have arrived; the next
 * one is begun after that, so what it is compared with is written down.
 */
final class CsvFeed {
    private static final Logger LOG = LoggerFactory.getLogger(CsvFeed.class);

    private final DropFolder folder;
    private final Mapping mapping;
    private final RowForm.HubProgress progress;
    private final int batchRows;
    private final AtomicInteger underWay = new AtomicInteger();
    private @Nullable FileRun run;

    CsvFeed(DropFolder folder, Mapping mapping, RowForm.HubProgress progress, int batchRows) {
        this.folder = folder;
        this.mapping = mapping;
        this.progress = progress;
        this.batchRows = batchRows;
    }

    /** The events of some rows more; empty if there is nothing to read, or what was sent has still to arrive. */
    List<Outgoing> next() throws IOException {
        while (true) {
            if (run == null) {
                Optional<DroppedFile> file = folder.next();
                if (file.isEmpty()) {
                    return List.of();
                }
                run = new FileRun(file.get());
            }
            List<Outgoing> outgoing = run.next();
            if (underWay.addAndGet(outgoing.size()) > 0) {
                return outgoing;
            }
            run.finish();
            run = null;
        }
    }

    /** Tells that one event has arrived for good; called from any thread. */
    void arrived() {
        underWay.decrementAndGet();
    }

    /** The reading of one file from its beginning to its end. */
    private final class FileRun {
        private final DroppedFile file;
        private final List<Reject> rejects = new ArrayList<>();
        private final List<Row> rows;
        private final RowForm.Reader reader;
        private int next;
        private int sent;

        FileRun(DroppedFile file) {
            this.file = file;
            this.rows = rows();
            this.reader = mapping.form().open(file, rows, progress);
        }

        private List<Row> rows() {
            try {
                if (file.refusal() != null) {
                    throw new UnusableFileException(1, file.refusal());
                }
                CsvTable table = CsvTable.read(
                        file.bytes(), mapping.layout(), mapping.form().columns());
                rejects.addAll(table.rejects());
                return table.rows();
            } catch (UnusableFileException e) {
                rejects.add(new Reject(e.line, "no row is read: " + e.getMessage(), ""));
                return List.of();
            }
        }

        /** The events of some rows more, all events of a row together; at the end of the file none. */
        List<Outgoing> next() {
            List<Outgoing> outgoing = new ArrayList<>();
            while (next < rows.size() && outgoing.isEmpty()) {
                for (int end = Math.min(rows.size(), next + batchRows); next < end; next++) {
                    Row row = rows.get(next);
                    try {
                        outgoing.addAll(reader.read(row));
                    } catch (BadRowException e) {
                        rejects.add(Reject.of(row.line(), e, row.text()));
                    }
                }
            }
            sent += outgoing.size();
            return outgoing;
        }

        private String summary() {
            int history = reader.history();
            return file.name() + ": " + rows.size() + " rows, "
                    + (history == 0 ? "" : history + " of them history (live when first reported), ")
                    + sent + " events sent, " + rejects.size() + " rejected";
        }

        /** Puts the file away, and says what came of it. */
        void finish() throws IOException {
            rejects.sort(Comparator.comparing(Reject::line));
            folder.finish(file, rejects);
            String summary = summary();
            if (rejects.isEmpty()) {
                LOG.info("{}", summary);
            } else {
                LOG.warn("{}; see its rejects file in the folder done", summary);
            }
        }
    }
}

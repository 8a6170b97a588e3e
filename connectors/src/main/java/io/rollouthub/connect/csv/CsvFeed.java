package io.rollouthub.connect.csv;

import io.rollouthub.connect.csv.DropFolder.DroppedFile;
import java.io.IOException;
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
    private final RowForm.Progress progress;
    private final int batchRows;
    private final AtomicInteger underWay = new AtomicInteger();
    private @Nullable FileRun run;

    CsvFeed(DropFolder folder, Mapping mapping, RowForm.Progress progress, int batchRows) {
        this.folder = folder;
        this.mapping = mapping;
        this.progress = progress;
        this.batchRows = batchRows;
    }

    /**
     * The events of some rows more.
     *
     * @return empty if there is nothing to read, or what was sent has still to arrive
     */
    List<Outgoing> next() throws IOException {
        while (true) {
            FileRun current = run;
            if (current == null) {
                Optional<DroppedFile> file = folder.next();
                if (file.isEmpty()) {
                    return List.of();
                }
                current = new FileRun(file.get(), mapping, progress);
                run = current;
            }
            while (!current.isAtEnd()) {
                List<Outgoing> outgoing = current.next(batchRows);
                if (!outgoing.isEmpty()) {
                    underWay.addAndGet(outgoing.size());
                    return outgoing;
                }
            }
            if (underWay.get() > 0) {
                return List.of();
            }
            folder.finish(current.file(), current.rejects());
            if (current.rejects().isEmpty()) {
                LOG.info("{}", current.summary());
            } else {
                LOG.warn("{}; see its rejects file in the folder done", current.summary());
            }
            run = null;
        }
    }

    /** Tells that one event has arrived for good; called from any thread. */
    void arrived() {
        underWay.decrementAndGet();
    }
}

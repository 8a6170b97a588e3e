package io.rollouthub.connect.csv;

import io.rollouthub.connect.csv.CsvTable.Row;
import io.rollouthub.connect.csv.DropFolder.DroppedFile;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rows of a file are. */
interface RowForm {
    /** Where all that is read stands. */
    Stream<Cell> cells();

    /** The columns that are read. */
    default Set<String> columns() {
        return cells().flatMap(cell -> Stream.ofNullable(cell.column()))
                .collect(Collectors.toCollection(LinkedHashSet<String>::new));
    }

    /** Begins to read a file, or begins again. */
    Reader open(DroppedFile file, List<Row> rows, HubProgress progress);

    /** Reads the rows of one file, in their order. */
    interface Reader {
        /** What is still to be sent for a row; none: it is reported already. BadRowException: nothing of it can be. */
        List<Outgoing> read(Row row) throws BadRowException;

        /** How many rows so far tell only now of what was so before. */
        default int history() {
            return 0;
        }
    }

    /** What was written down with the events that have been sent. */
    interface HubProgress {
        /** The offset last written of each partition, texts alone; those without one are left out, or null. */
        Map<Map<String, String>, ? extends Map<String, ?>> of(Collection<Map<String, String>> partitions);
    }
}

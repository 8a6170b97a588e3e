package io.rollouthub.connect.csv;

import java.util.List;
import java.util.Set;

/** What the rows of a file are. */
sealed interface RowForm permits SheetForm, EventForm {

    /** The columns that are read. */
    Set<String> columns();

    /** Begins to read a file, or begins again. */
    RowReader open(DroppedFile file, List<Row> rows, FileProgress progress);
}

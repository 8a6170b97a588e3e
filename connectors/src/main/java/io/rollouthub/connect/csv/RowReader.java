package io.rollouthub.connect.csv;

import java.util.List;

/** Reads the rows of one file, in their order. */
interface RowReader {

    /**
     * The events that are still to be sent for a row; none if it has been reported already.
     *
     * @throws BadRowException if nothing of it can be sent
     */
    List<Outgoing> read(Row row) throws BadRowException;
}

package io.rollouthub.connect.csv;

import io.rollouthub.report.ReportedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads one list of events. The line of the last one sent is written down with it, so that reading goes on behind it; a
 * file that has been read under its name with this very content is not sent again.
 */
final class EventReader implements RowReader {
    private static final String LINE = "line";

    private final EventForm form;
    private final DroppedFile file;
    private final Map<String, String> partition;
    private final int sentUpTo;
    private final Map<String, Integer> lineOfId = new HashMap<>();

    EventReader(EventForm form, DroppedFile file, FileProgress progress) {
        this.form = form;
        this.file = file;
        this.partition = file.partition();
        Map<String, String> offset = progress.of(Set.of(partition)).get(partition);
        this.sentUpTo = offset == null ? 0 : Integer.parseInt(offset.getOrDefault(LINE, "0"));
    }

    @Override
    public List<Outgoing> read(Row row) throws BadRowException {
        // What was sent is judged again all the same, as its refusals are to be written down again.
        SpecificRecord event = form.read(row, file);
        String id = ReportedEvent.of(event).eventId();
        Integer first = lineOfId.putIfAbsent(id, row.line());
        if (first != null) {
            throw new BadRowException("eventId " + id + " stands on line " + first + " already");
        }
        return row.line() <= sentUpTo
                ? List.of()
                : List.of(new Outgoing(event, partition, Map.of(LINE, Integer.toString(row.line()))));
    }
}

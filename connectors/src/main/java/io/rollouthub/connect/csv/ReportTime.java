package io.rollouthub.connect.csv;

import io.rollouthub.text.Quoted;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When the supplier made the report of a row: always the same for the same file, so that a repeat is a repeat.
 *
 * @param cell with a date (its first instant) or an instant of ISO 8601; null: when the file was last changed
 */
record ReportTime(@Nullable Cell cell, DateForms dates, ZoneId zone) {

    Instant of(Row row, DroppedFile file) throws BadRowException {
        return cell == null ? file.modified() : instant(cell.required(row));
    }

    private Instant instant(String text) throws BadRowException {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeParseException e) {
            // No instant: a date then.
        }
        try {
            return dates.parse(text).atStartOfDay(zone).toInstant();
        } catch (BadRowException e) {
            throw new BadRowException(
                    "reported-at: " + e.getMessage() + ", and no instant such as " + Quoted.of("2006-10-31T09:00:00Z"));
        }
    }
}

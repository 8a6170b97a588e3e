package io.rollouthub.connect.csv;

import io.rollouthub.connect.csv.CsvTable.Row;
import io.rollouthub.connect.csv.DropFolder.DroppedFile;
import io.rollouthub.text.Quoted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who reports, when, and by whose rules.
 *
 * @param at with a date (its first instant) or an instant of ISO 8601; null: when the file was last changed
 * @param checks what an event must pass before it is sent
 */
record Reporting(String supplier, @Nullable Cell at, DateForms dates, ZoneId zone, EventChecks checks) {
    /** When the supplier made the report of a row: always the same for the same file, so that a repeat is a repeat. */
    Instant time(Row row, DroppedFile file) throws BadRowException {
        if (at == null) {
            return file.modified();
        }
        String text = at.required(row);
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

    /** The day that a field gives; the mistake names the field. */
    LocalDate date(String field, String text) throws BadRowException {
        try {
            return dates.parse(text);
        } catch (BadRowException e) {
            throw new BadRowException(field + ": " + e.getMessage());
        }
    }
}

package io.rollouthub.console.answer;

import io.rollouthub.explain.Told;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A report in a history or behind an alert.
 *
 * @param cause its name among all suppliers' reports
 * @param words what it says, behind the supplier's name
 * @param standing false if another has replaced it
 */
record ReportRow(
        String cause,
        String type,
        String eventId,
        String supplier,
        @Nullable String supplierName,
        Instant reportedAt,
        Instant acceptedAt,
        String status,
        @Nullable LocalDate date,
        String words,
        @Nullable String source,
        @Nullable String replaces,
        boolean standing) {

    static ReportRow of(Told told, Names names) {
        return new ReportRow(
                told.report().cause(),
                told.report().event().getSchema().getName(),
                told.report().eventId(),
                told.report().supplier(),
                names.supplier(told.report().supplier()),
                told.report().reportedAt(),
                told.acceptedAt(),
                told.report().reported().status().name(),
                told.report().reported().date(),
                told.words(),
                told.report().source(),
                told.report().replaces(),
                told.standing());
    }
}

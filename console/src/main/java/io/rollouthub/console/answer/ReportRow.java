package io.rollouthub.console.answer;

import io.rollouthub.explain.AcceptedReport;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A report in a history or behind an alert.
 *
 * @param cause its name among all suppliers' reports, supplier/eventId
 * @param type of event
 * @param eventId its identifier among the supplier's reports
 * @param supplier who reported
 * @param supplierName who reported, for people
 * @param reportedAt when it was reported, by the supplier
 * @param acceptedAt when the hub took it in
 * @param status what is reported
 * @param date for which, or on which, it is reported
 * @param words what it says, behind the supplier's name
 * @param source where it comes from
 * @param replaces the eventId of the report that it corrects
 * @param standing false if another has replaced it
 */
public record ReportRow(
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

    static ReportRow of(AcceptedReport accepted, Names names) {
        return new ReportRow(
                accepted.report().cause(),
                accepted.report().event().getSchema().getName(),
                accepted.report().eventId(),
                accepted.report().supplier(),
                names.supplier(accepted.report().supplier()),
                accepted.report().reportedAt(),
                accepted.acceptedAt(),
                accepted.report().reported().status().name(),
                accepted.report().reported().date(),
                accepted.words(),
                accepted.report().source(),
                accepted.report().replaces(),
                accepted.standing());
    }
}

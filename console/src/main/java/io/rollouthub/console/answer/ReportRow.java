package io.rollouthub.console.answer;

import io.rollouthub.explain.JournalStories.AcceptedReport;
import io.rollouthub.explain.Names;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A report in a history or behind an alert; see {@link AcceptedReport}. */
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
                accepted.report().status().name(),
                accepted.report().date(),
                accepted.words(),
                accepted.report().source(),
                accepted.report().replaces(),
                accepted.standing());
    }
}

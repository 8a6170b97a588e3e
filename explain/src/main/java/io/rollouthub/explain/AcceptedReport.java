package io.rollouthub.explain;

import io.rollouthub.report.ReportedEvent;
import java.time.Instant;

/**
 * An accepted report and what became of it.
 *
 * @param acceptedAt when the hub took it
 * @param standing whether it counts: no report has replaced it
 * @param words what it says, as the rest of a sentence that begins with the supplier
 */
public record AcceptedReport(ReportedEvent report, Instant acceptedAt, boolean standing, String words) {}

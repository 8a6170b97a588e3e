package io.rollouthub.domain.fact;

import io.rollouthub.report.ReportedEvent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A change of a plan by a report: the new date, or null if there is none any more. */
public record Revision(ReportedEvent report, @Nullable LocalDate date) {}

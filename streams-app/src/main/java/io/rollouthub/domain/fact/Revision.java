package io.rollouthub.domain.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A change of a plan.
 *
 * @param report that changed it
 * @param date the new date, or null: there is none any more
 */
public record Revision(Report report, @Nullable LocalDate date) {}

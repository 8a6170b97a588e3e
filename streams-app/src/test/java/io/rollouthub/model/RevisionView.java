package io.rollouthub.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** §4: one entry of the plan revisions; a null date = no date any more. */
public record RevisionView(Instant reportedAt, @Nullable LocalDate date, String supplier, String eventId) {}

package io.rollouthub.domain.alert;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.output.MilestoneState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A milestone that may have changed, at an instant.
 *
 * @param before as it was kept, null if there was none
 * @param after as it is, null if it has ceased to exist
 * @param cause the event of this step as {@code supplier/eventId}, or null
 * @param review null between daily reviews, and for all but pending counts of go-lives
 */
public record Case(
        @Nullable MilestoneState before,
        @Nullable MilestoneState after,
        Fact fact,
        Instant now,
        @Nullable String cause,
        @Nullable Review review) {}

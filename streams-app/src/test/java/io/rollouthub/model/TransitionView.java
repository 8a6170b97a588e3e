package io.rollouthub.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** §7: an alert opened, resolved, or opened again with another startsAt, in the step stamped {@code at}. */
public record TransitionView(
        String cluster,
        Instant at,
        String alertId,
        int episode,
        String state,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String resolution) {}

package io.rollouthub.domain.golive;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.report.FactKey;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A site's being live since a date, as a supplier reported, as far as it counts for figures. */
public record GoLive(LocalDate date, String supplier, String product, String release) {

    /** The go-live in a fact, or null if the site isn't live. */
    public static @Nullable GoLive of(Fact fact, FactKey key) {
        return fact.achieved() == null
                ? null
                : new GoLive(fact.achieved(), Objects.requireNonNull(fact.achievedBy()), key.product(), key.release());
    }
}

package io.rollouthub.model;

import io.rollouthub.event.GoLiveCount;
import java.time.LocalDate;

/** A live (site, product, release) fact. */
record GoLive(String product, String release, LocalDate date, String supplier, boolean hasBaseline) {

    /** §5: matches product and release where given. */
    boolean matches(GoLiveCount target) {
        return (target.getProduct() == null || target.getProduct().equals(product))
                && (target.getRelease() == null || target.getRelease().equals(release));
    }

    /** Dated in (after, upTo]. */
    boolean datedIn(LocalDate after, LocalDate upTo) {
        return date.isAfter(after) && !date.isAfter(upTo);
    }
}

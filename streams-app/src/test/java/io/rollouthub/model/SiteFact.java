package io.rollouthub.model;

import io.rollouthub.event.GoLiveCount;
import java.time.LocalDate;

/**
 * A (site, product, release) fact of which any report is folded.
 *
 * @param reportedFirst day(reportedAt) of its first event in report order that is not left out by `replaces`
 */
record SiteFact(String id, String product, String release, Plan plan, LocalDate reportedFirst) {

    /** §5, §9.5: matches product and release where given. */
    boolean matches(GoLiveCount target) {
        return (target.getProduct() == null || target.getProduct().equals(product))
                && (target.getRelease() == null || target.getRelease().equals(release));
    }
}

package io.rollouthub.domain.forecast;

import io.rollouthub.report.CommitmentTarget.Count;
import java.time.LocalDate;

/**
 * A pending commitment to a count of go-lives, as its reports have it.
 *
 * @param needed go-lives that are missing, at least 1
 * @param due not before today
 * @param made civil date of the first report that counts
 */
public record Pledge(Count target, int needed, LocalDate due, LocalDate made) {

    /** Days for each go-live, as the commitment was made: u (semantics 9.5). */
    double daysPerSite() {
        return Math.max(1, Days.between(made, due)) / (double) target.count();
    }
}

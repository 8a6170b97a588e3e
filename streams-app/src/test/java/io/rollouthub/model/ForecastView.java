package io.rollouthub.model;

import java.time.LocalDate;

/**
 * §9.8: what the hub forecast of a milestone at a review.
 *
 * @param lead H, due - day
 * @param day t, the day of the review
 * @param score floor(10,000 p + 0.5 + 1e-7)
 */
public record ForecastView(
        String milestone, LocalDate due, int lead, String owner, LocalDate day, int score, Outcome outcome) {

    /** Within its cluster: {@code <milestone>/<due>/<H>}. */
    String key() {
        return milestone + "/" + due + "/" + lead;
    }
}

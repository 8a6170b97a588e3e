package io.rollouthub.model;

import org.jspecify.annotations.Nullable;

/** §9.7: where a probability comes from; the first four of a date, the others of a commitment. */
public record EvidenceView(
        @Nullable Integer keptAtLead,
        @Nullable Integer endedAtLead,
        @Nullable Integer supplierKeptAtLead,
        @Nullable Integer supplierEndedAtLead,
        @Nullable Integer named,
        @Nullable Double expected,
        @Nullable Double unnamedExpected,
        @Nullable Integer observedDays,
        @Nullable Integer observedGoLives) {

    /** h as in §9.2; s is the promise's supplier, or the owner where none stands. */
    static EvidenceView ofDate(Promises promises, int h, String s) {
        return new EvidenceView(
                promises.keptAt(h),
                promises.endedAt(h),
                promises.keptAt(h, s),
                promises.endedAt(h, s),
                null,
                null,
                null,
                null,
                null);
    }

    /** N, mu, the mean of Y, T and k, at due. */
    static EvidenceView ofCount(CountForecast forecast) {
        Unnamed unnamed = forecast.unnamed(forecast.due());
        return new EvidenceView(
                null,
                null,
                null,
                null,
                forecast.named(),
                forecast.expected(forecast.due()),
                unnamed.all().mean(),
                forecast.observedDays(),
                unnamed.goLives());
    }
}

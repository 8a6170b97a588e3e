package io.rollouthub.bench.mix;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** When reports were made: within the 240 days before yesterday, so that it is past in every zone. */
final class ReportTime {
    static final int DAYS = 240;

    private ReportTime() {}

    /** By how far the reports have come. */
    static Instant at(LocalDate today, double arrival) {
        Instant end = today.minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        return end.minusSeconds((long) ((1 - arrival) * DAYS * 86_400));
    }

    static LocalDate day(Instant reportedAt) {
        return LocalDate.ofInstant(reportedAt, ZoneOffset.UTC);
    }
}

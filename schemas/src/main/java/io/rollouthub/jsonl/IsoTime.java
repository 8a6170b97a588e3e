package io.rollouthub.jsonl;

import static java.time.temporal.ChronoField.YEAR;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;

/** Dates and instants as the hub reads and prints them everywhere: ISO 8601, years of four digits. */
public final class IsoTime {
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .appendValue(YEAR, 4)
            .appendPattern("-MM-dd")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    private static final DateTimeFormatter INSTANT = new DateTimeFormatterBuilder()
            .append(DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOffset("+HH:mm:ss", "Z")
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    private IsoTime() {}

    /**
     * An instant such as {@code 2006-11-01T00:00:00Z}, with three decimals only when its milliseconds are not 0; anything
     * finer is cut off.
     */
    public static String print(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** A date such as {@code 2006-10-31}; {@link DateTimeException} if it is written otherwise or does not exist. */
    public static LocalDate date(String text) {
        return LocalDate.parse(text, DATE);
    }

    /**
     * Reads an instant such as {@code 2006-11-01T00:00:00Z} or {@code 2006-10-31T19:00:00.250-05:00}.
     *
     * @throws DateTimeException if it is written otherwise, has no zone, or is not a whole millisecond
     */
    public static Instant instant(String text) {
        Instant instant = INSTANT.parse(text, Instant::from);
        if (!instant.truncatedTo(ChronoUnit.MILLIS).equals(instant)) {
            throw new DateTimeException("finer than a millisecond: " + text);
        }
        return instant;
    }
}

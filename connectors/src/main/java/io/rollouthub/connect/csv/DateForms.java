package io.rollouthub.connect.csv;

import io.rollouthub.text.Quoted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;

/** The forms in which a file writes its dates; the first that fits is meant. */
final class DateForms {
    /** What is meant where a mapping names none. */
    static final DateForms ISO = new DateForms(List.of("yyyy-MM-dd"));

    private final List<String> patterns;
    private final List<DateTimeFormatter> forms;

    /** @throws IllegalArgumentException if one is no pattern such as {@code dd/MM/yyyy} or {@code d MMM yyyy} */
    DateForms(List<String> patterns) {
        this.patterns = List.copyOf(patterns);
        this.forms = patterns.stream().map(DateForms::form).toList();
    }

    /** A day that exists, in one of the forms. */
    LocalDate parse(String text) throws BadRowException {
        for (DateTimeFormatter form : forms) {
            try {
                return LocalDate.parse(text, form);
            } catch (DateTimeException e) {
                // Not in this form: the next one is tried.
            }
        }
        throw new BadRowException(Quoted.of(text) + " is no date of the form " + String.join(" or ", patterns));
    }

    private static DateTimeFormatter form(String pattern) {
        // People write y for the year; strictness, which refuses 31 June, asks for u.
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}

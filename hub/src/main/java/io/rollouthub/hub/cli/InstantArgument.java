package io.rollouthub.hub.cli;

import io.rollouthub.jsonl.IsoTime;
import java.time.DateTimeException;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an instant as the hub prints them. */
final class InstantArgument implements ITypeConverter<Instant> {
    /** The hub takes no date later than this. */
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    @Override
    public Instant convert(String text) {
        Instant instant;
        try {
            instant = IsoTime.instant(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text
                    + "' is not an instant. Write it like 2006-10-15T00:00:00Z, or with an offset instead of the Z.");
        }
        if (instant.isAfter(LATEST)) {
            throw new TypeConversionException("'" + text + "' is later than " + LATEST);
        }
        return instant;
    }
}

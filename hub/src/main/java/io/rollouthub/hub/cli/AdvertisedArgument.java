package io.rollouthub.hub.cli;

import io.rollouthub.embedded.Advertised;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code HOST:PORT} of an option. */
final class AdvertisedArgument implements ITypeConverter<Advertised> {
    @Override
    public Advertised convert(String text) {
        try {
            return Advertised.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' " + e.getMessage());
        }
    }
}

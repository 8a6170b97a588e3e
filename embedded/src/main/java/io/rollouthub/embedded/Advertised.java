package io.rollouthub.embedded;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name and port by which clients elsewhere know the broker; the port is opened on all addresses of this machine. */
public record Advertised(String host, int port) {
    private static final Pattern FORM = Pattern.compile("(\\[[0-9a-fA-F:]+]|[A-Za-z0-9._-]+):([0-9]{1,5})");

    /** @throws IllegalArgumentException if it is not {@code HOST:PORT}; the message goes on after the text */
    public static Advertised parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (parts.matches()) {
            int port = Integer.parseInt(parts.group(2));
            if (port >= 1 && port <= 65_535) {
                return new Advertised(parts.group(1), port);
            }
        }
        throw new IllegalArgumentException("is not HOST:PORT, such as kafka:9092");
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}

package io.rollouthub.embedded;

import java.util.List;

/**
 * Where broker and registry listen.
 *
 * @param broker port of 127.0.0.1, 0 for any free one
 * @param registry port, 0 for any free one
 * @param advertised the broker's further listeners, for clients elsewhere; if there are any, the registry too listens on
 *     all addresses, else on 127.0.0.1 alone
 */
public record Listening(int broker, int registry, List<Advertised> advertised) {
    /** On free ports of 127.0.0.1. */
    public static final Listening ANY = new Listening(0, 0, List.of());

    public Listening {
        advertised = List.copyOf(advertised);
    }

    /** For this machine alone. */
    public Listening(int broker, int registry) {
        this(broker, registry, List.of());
    }
}

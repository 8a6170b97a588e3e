package io.rollouthub.hub.local;

import io.rollouthub.hub.embedded.Loopback;

/**
 * Where broker and registry listen on this machine.
 *
 * @param broker 0 for any free port
 * @param registry 0 for any free port
 */
public record Ports(int broker, int registry) {
    static final Ports ANY = new Ports(0, 0);

    private static final int KAFKA = 9092;
    private static final int SCHEMA_REGISTRY = 8081;

    /** The ports that people expect, or the next free ones. */
    public static Ports usual() {
        return new Ports(Loopback.freeFrom(KAFKA), Loopback.freeFrom(SCHEMA_REGISTRY));
    }
}

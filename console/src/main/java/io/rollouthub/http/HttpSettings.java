package io.rollouthub.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the web server listens (port 0: any free one; {@code orNextPort}: the next will do too) and whom it lets in: by
 * what names beside localhost and addresses, with what credentials (null: none needed), from what proxy (null: none).
 */
public record HttpSettings(
        String host,
        int port,
        Set<String> allowedHosts,
        @Nullable Credentials credentials,
        @Nullable TrustedProxy proxy,
        boolean orNextPort) {
    public static final String LOOPBACK = "127.0.0.1";

    public record Credentials(String user, String password) {
        private static final int SHORTEST = 8;

        /** What people leave as they found it, or try first. */
        private static final Set<String> USUAL =
                Set.of("password", "password1", "changeme", "change-me", "rollouthub", "rollout-hub", "12345678");

        /** Whether somebody gets in by trying a few. */
        boolean areGuessable() {
            String small = password.toLowerCase(Locale.ROOT);
            return password.length() < SHORTEST || USUAL.contains(small) || small.equals(user.toLowerCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return user + ":****";
        }
    }

    /** A proxy that has asked people who they are, tells it in a header, and calls from some addresses. */
    public record TrustedProxy(String header, List<AddressRange> addresses) {
        boolean isAt(InetAddress address) {
            return addresses.stream().anyMatch(range -> range.contains(address));
        }
    }

    /** For this machine alone. */
    public static HttpSettings loopback(int port) {
        return new HttpSettings(LOOPBACK, port, Set.of(), null, null, false);
    }

    /** The same elsewhere. */
    public HttpSettings at(String otherHost, int otherPort) {
        return new HttpSettings(otherHost, otherPort, allowedHosts, credentials, proxy, false);
    }

    /** The same, or on the next free port from another one on. */
    public HttpSettings near(int otherPort) {
        return new HttpSettings(host, otherPort, allowedHosts, credentials, proxy, true);
    }

    boolean asksWho() {
        return credentials != null || proxy != null;
    }
}

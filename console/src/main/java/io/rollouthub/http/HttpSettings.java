package io.rollouthub.http;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the web server listens and whom it lets in.
 *
 * @param host name or address of the interface
 * @param port 0 for any free one
 * @param allowedHosts names, beside localhost and addresses, by which browsers may call it
 * @param credentials null: none are asked for
 * @param proxy null: none is trusted
 * @param orNextPort whether the next free port will do as well
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
        @Override
        public String toString() {
            return user + ":****";
        }
    }

    /** A proxy that has asked people who they are, tells it in a header, and calls from some addresses. */
    public record TrustedProxy(String header, List<AddressRange> addresses) {}

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

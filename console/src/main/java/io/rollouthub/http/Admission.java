package io.rollouthub.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Decides whether a request is answered. */
final class Admission {
    /** A page of another site can call us only by a name that it has pointed here, never by an address. */
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+]");

    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final String BASIC = "Basic ";

    private final HttpSettings settings;
    private final Set<String> open;

    /**
     * @param open paths for which nobody has to show who he is
     */
    Admission(HttpSettings settings, Set<String> open) {
        this.settings = settings;
        this.open = open;
    }

    /** What speaks against a request; null if nothing does. */
    @Nullable
    Denial judge(Request request) {
        if (!isOurs(request.getHeaders().get(HttpHeader.HOST))) {
            return Denial.HOST;
        }
        if (!METHODS.contains(request.getMethod())) {
            return Denial.METHOD;
        }
        boolean known = !settings.asksWho()
                || open.contains(request.getHttpURI().getCanonicalPath())
                || isFromProxy(request)
                || hasCredentials(request.getHeaders().get(HttpHeader.AUTHORIZATION));
        return known ? null : Denial.CREDENTIALS;
    }

    private boolean isOurs(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || ADDRESS.matcher(name).matches()
                || name.equalsIgnoreCase(settings.host())
                || settings.allowedHosts().contains(name);
    }

    private boolean isFromProxy(Request request) {
        HttpSettings.TrustedProxy proxy = settings.proxy();
        if (proxy == null) {
            return false;
        }
        String who = request.getHeaders().get(proxy.header());
        InetAddress peer = request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress address
                ? address.getAddress()
                : null;
        return who != null
                && !who.isBlank()
                && peer != null
                && proxy.addresses().stream().anyMatch(range -> range.contains(peer));
    }

    private boolean hasCredentials(@Nullable String authorization) {
        HttpSettings.Credentials wanted = settings.credentials();
        if (wanted == null
                || authorization == null
                || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return false;
        }
        byte[] given;
        try {
            given = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
        } catch (IllegalArgumentException e) {
            return false;
        }
        byte[] right = (wanted.user() + ":" + wanted.password()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, right); // takes as long for a near miss as for any
    }
}

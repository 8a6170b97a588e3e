package io.rollouthub.http;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Stands before all routes: turns away who may not ask, and tells browsers to be strict with every answer. Jetty's own
 * authenticators know one way in, not credentials or a proxy, and read some passwords as digests; Javalin's stand behind
 * what it answers without a route.
 */
final class Guard extends Handler.Wrapper {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'";

    /** A page of another site can call us only by a name that it has pointed here, never by an address. */
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+]");

    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final String BASIC = "Basic ";

    private final HttpSettings settings;
    private final Set<String> open;

    /** @param open paths for which nobody has to show who he is */
    Guard(HttpSettings settings, Set<String> open) {
        this.settings = settings;
        this.open = open;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpFields.Mutable headers = response.getHeaders();
        beStrict(headers);
        if (!isOurs(request.getHeaders().get(HttpHeader.HOST))) {
            refuse(
                    response,
                    HttpStatus.FORBIDDEN_403,
                    "The name in the Host header is not one of this server's. If it should be, add it to"
                            + " http.allowed-hosts.",
                    callback);
        } else if (!METHODS.contains(request.getMethod())) {
            headers.put(HttpHeader.ALLOW, "GET, HEAD");
            refuse(response, HttpStatus.METHOD_NOT_ALLOWED_405, "This server only tells: GET and HEAD.", callback);
        } else if (!isKnown(request)) {
            headers.put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"Rollout Hub\", charset=\"UTF-8\"");
            refuse(response, HttpStatus.UNAUTHORIZED_401, "User and password are needed.", callback);
        } else {
            return super.handle(request, response, callback);
        }
        return true;
    }

    private static void beStrict(HttpFields.Mutable headers) {
        headers.put("Content-Security-Policy", POLICY)
                .put("X-Content-Type-Options", "nosniff")
                .put("X-Frame-Options", "DENY")
                .put("Referrer-Policy", "no-referrer")
                .put("Cross-Origin-Opener-Policy", "same-origin")
                .put("Cross-Origin-Resource-Policy", "same-origin");
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

    private boolean isKnown(Request request) {
        return !settings.asksWho()
                || open.contains(request.getHttpURI().getCanonicalPath())
                || isFromProxy(request)
                || hasCredentials(request.getHeaders().get(HttpHeader.AUTHORIZATION));
    }

    private boolean isFromProxy(Request request) {
        HttpSettings.TrustedProxy proxy = settings.proxy();
        String who = proxy == null ? null : request.getHeaders().get(proxy.header());
        return proxy != null
                && who != null
                && !who.isBlank()
                && request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer
                && proxy.addresses().stream().anyMatch(range -> range.contains(peer.getAddress()));
    }

    private boolean hasCredentials(@Nullable String authorization) {
        HttpSettings.Credentials wanted = settings.credentials();
        if (wanted == null
                || authorization == null
                || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return false;
        }
        byte[] right = (wanted.user() + ":" + wanted.password()).getBytes(StandardCharsets.UTF_8);
        byte[] given = authorization.substring(BASIC.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, Base64.getEncoder().encode(right)); // as long for a near miss as for any
    }

    private static void refuse(Response response, int status, String sentence, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Json.CONTENT_TYPE).put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(Json.error(sentence)), callback);
    }

    /** Says what is wrong where no route was reached, and nothing of our inside. */
    static final class Errors extends ErrorHandler {
        static final String UNEXPECTED = "Something went wrong in here; the server's log says what.";

        @Override
        protected void generateResponse(
                Request request,
                Response response,
                int code,
                @Nullable String message,
                @Nullable Throwable cause,
                Callback callback) {
            String sentence = code >= HttpStatus.INTERNAL_SERVER_ERROR_500
                    ? UNEXPECTED
                    : Objects.requireNonNullElse(HttpStatus.getMessage(code), "Bad request") + ".";
            beStrict(response.getHeaders());
            refuse(response, code, sentence, callback);
        }
    }
}

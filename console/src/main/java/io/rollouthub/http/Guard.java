package io.rollouthub.http;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
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

    /** Segments that are nothing or dots, parameters, and what is written as a number without need or in order to hide it. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("//|/\\.{1,2}(/|$)|[;\\\\]|%(2e|2f|5c|25|3b|[01][0-9a-f]|7f)", Pattern.CASE_INSENSITIVE);

    private final HttpSettings settings;
    private final Set<String> open;
    private final ConnectionLimits connections;
    private final Callers callers;

    /** @param open paths for which nobody has to show who he is */
    Guard(HttpSettings settings, Set<String> open, ConnectionLimits connections) {
        this.settings = settings;
        this.open = open;
        this.connections = connections;
        this.callers = new Callers(settings);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpFields.Mutable headers = response.getHeaders();
        beStrict(headers);
        connections.asked(request, response);
        if (!isPlain(request.getHttpURI())) {
            refuse(response, HttpStatus.BAD_REQUEST_400, "A path has no '//', '..', ';' or the like in it.", callback);
        } else if (!isOurs(request.getHeaders().get(HttpHeader.HOST))) {
            refuse(
                    response,
                    HttpStatus.FORBIDDEN_403,
                    "The name in the Host header is not one of this server's. If it should be, add it to"
                            + " http.allowed-hosts.",
                    callback);
        } else if (!METHODS.contains(request.getMethod())) {
            headers.put(HttpHeader.ALLOW, "GET, HEAD");
            refuse(response, HttpStatus.METHOD_NOT_ALLOWED_405, "This server only tells: GET and HEAD.", callback);
        } else if (hasContent(request.getHeaders())) {
            refuse(response, HttpStatus.PAYLOAD_TOO_LARGE_413, "This server takes no content.", callback);
        } else if (open.contains(request.getHttpURI().getPath())) {
            return super.handle(request, response, callback);
        } else {
            return letIn(request, response, callback);
        }
        return true;
    }

    private boolean letIn(Request request, Response response, Callback callback) throws Exception {
        Callers.Answer caller = callers.ask(request);
        if (caller.known()) {
            return super.handle(request, response, callback);
        }
        HttpFields.Mutable headers = response.getHeaders();
        if (caller.pause().isZero()) {
            headers.put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"Rollout Hub\", charset=\"UTF-8\"");
            refuse(response, HttpStatus.UNAUTHORIZED_401, "User and password are needed.", callback);
        } else {
            headers.put(HttpHeader.RETRY_AFTER, caller.pause().toSeconds() + 1);
            refuse(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS_429,
                    "Too many wrong passwords came from your address. Wait "
                            + (caller.pause().toSeconds() + 1) + " s, and try again.",
                    callback);
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

    /**
     * Whether a path has one reading alone: the router takes it as it was sent, proxies and libraries straighten it, and what
     * one of them lets through another may answer.
     */
    private static boolean isPlain(HttpURI uri) {
        String path = uri.getPath();
        return path != null
                && path.startsWith("/")
                && !uri.hasViolations()
                && !AMBIGUOUS.matcher(path).find();
    }

    private static boolean hasContent(HttpFields headers) {
        String length = headers.get(HttpHeader.CONTENT_LENGTH);
        return headers.contains(HttpHeader.TRANSFER_ENCODING) || length != null && !length.equals("0");
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

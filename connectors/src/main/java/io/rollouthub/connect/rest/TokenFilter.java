package io.rollouthub.connect.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns away whoever calls the worker by another name than this machine's, as a page on a foreign site does, or has no token. */
@PreMatching
final class TokenFilter implements ContainerRequestFilter {
    private static final Pattern HOST =
            Pattern.compile("(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(:\\d+)?", Pattern.CASE_INSENSITIVE);

    /** What workers ask each other, which Connect holds against their session's key itself. */
    private static final Pattern AMONG_WORKERS =
            Pattern.compile("POST /?connectors/[^/]+/tasks/?|PUT /?connectors/[^/]+/fence/?");

    private final byte[] wanted;

    TokenFilter(String token) {
        wanted = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String host = request.getHeaderString(HttpHeaders.HOST);
        String call = request.getMethod() + " " + request.getUriInfo().getPath(false);
        if (host == null || !HOST.matcher(host).matches()) {
            refuse(request, Response.Status.FORBIDDEN, "The name in the Host header is not this machine's.");
        } else if (!AMONG_WORKERS.matcher(call).matches() && !isKnown(request)) {
            refuse(
                    request,
                    Response.Status.UNAUTHORIZED,
                    "The token is needed that stands in rest.token, in the worker's folder: Authorization: Bearer TOKEN.");
        }
    }

    private boolean isKnown(ContainerRequestContext request) {
        String shown = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        return shown != null && MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), wanted);
    }

    /** As Connect tells what is wrong. */
    private static void refuse(ContainerRequestContext request, Response.Status status, String sentence) {
        request.abortWith(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("error_code", status.getStatusCode(), "message", sentence))
                .build());
    }
}

package io.rollouthub.hub.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lets look-ups of Confluent's API through, and all else of it for whoever has the token. It judges the path that the registry
 * gets: one that is not in its plain form is turned away.
 */
final class DoorKeeper extends Handler.Wrapper {
    static final String API = "/apis/ccompat/v7";

    /** What it answers with, in the words of Confluent's registry. */
    static final String JSON = "application/vnd.schemaregistry.v1+json";

    private static final Set<String> LOOKING = Set.of("GET", "HEAD");

    /** A schema is looked up by its text: it is sent, and nothing is kept. */
    private static final Pattern LOOK_UP = Pattern.compile(API + "/subjects/[^/]+");

    private static final String BEARER = "Bearer ";

    private final byte[] token;
    private final WriteWindow writes;

    DoorKeeper(Handler registry, String token, WriteWindow writes) {
        super(registry);
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.writes = writes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPath();
        if (!path.equals(request.getHttpURI().getCanonicalPath()) || !path.startsWith(API + "/")) {
            refuse(response, HttpStatus.NOT_FOUND_404, "There is nothing at this path.", callback);
            return true;
        }
        if (isLookUp(request.getMethod(), path)) {
            writes.await();
        } else if (hasToken(request.getHeaders().get(HttpHeader.AUTHORIZATION))) {
            writes.open();
        } else {
            refuse(
                    response,
                    HttpStatus.FORBIDDEN_403,
                    "Schemas are looked up here. To register, delete or configure takes the hub's token.",
                    callback);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private static boolean isLookUp(String method, String path) {
        return LOOKING.contains(method)
                || method.equals("POST") && LOOK_UP.matcher(path).matches();
    }

    private boolean hasToken(@Nullable String authorization) {
        return authorization != null
                && authorization.startsWith(BEARER)
                && MessageDigest.isEqual(
                        token, authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(Response response, int status, String sentence, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
        response.write(
                true,
                StandardCharsets.UTF_8.encode("{\"error_code\":" + status + ",\"message\":\"" + sentence + "\"}"),
                callback);
    }
}

package io.rollouthub.http;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Set;
import java.util.zip.CRC32C;

/** Paths of the {@link HttpServer} that belong together, and what answers them. */
public interface Routes {
    /** Adds them, for GET and HEAD; the first that matches answers, in the order in which the server was given them. */
    void addTo(JavalinDefaultRoutingApi routes);

    /** Those of its paths that may be asked for without credentials, such as a probe's; exact, and none by default. */
    default Set<String> open() {
        return Set.of();
    }

    /**
     * Answers with what browsers may keep if they ask each time whether it still holds. Javalin compares the tag with the one
     * that a browser knows, but does not make it: its own has no quotes, is not there for HEAD, and stands on errors too.
     */
    static void answer(Context context, String type, byte[] content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        context.header("Cache-Control", "no-cache")
                .header("ETag", "W/\"%x-%08x\"".formatted(content.length, sum.getValue()))
                .contentType(type)
                .result(content);
    }
}

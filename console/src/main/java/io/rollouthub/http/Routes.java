package io.rollouthub.http;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Set;

/** Paths of the {@link HttpServer} that belong together, and what answers them. */
public interface Routes {

    /**
     * Adds them. Of all routes the first that matches a path answers, in the order in which route sets are handed to the
     * server. Only GET and HEAD ever get here.
     */
    void addTo(JavalinDefaultRoutingApi routes);

    /** Those of its paths that may be asked for without credentials, such as a probe's; exact, and none by default. */
    default Set<String> open() {
        return Set.of();
    }
}

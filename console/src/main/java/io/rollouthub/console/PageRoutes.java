package io.rollouthub.console;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.rollouthub.http.Routes;
import io.rollouthub.http.TaggedAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pages: files of this package's folder and the libraries that they use under {@code /assets}, and for every other
 * address the one page that knows them all. Has to be the last of the routes. Javalin's own would tell versions of a file
 * apart by its date and size, and all dates of a build are one; and it has libraries at addresses with their versions, which
 * the pages would have to know.
 */
final class PageRoutes implements Routes {
    /** Of files that are served; so no class is, though it lies in the same folder. */
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        Handler file = context -> send(context, context.pathParam("path"));
        Handler index = context -> send(context, "index.html");
        routes.get("/assets/<path>", file).head("/assets/<path>", file);
        routes.get("/", index).head("/", index);
        routes.get("/<page>", index).head("/<page>", index);
    }

    private static void send(Context context, String path) throws IOException {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        WebJar library = WebJar.ALL.get(path);
        try (InputStream content = library == null ? resource(path) : library.open()) {
            if (type == null || content == null) {
                throw new NotFoundResponse("There is no file " + path + ".");
            }
            TaggedAnswer.send(context, type, content.readAllBytes());
        }
    }

    private static @Nullable InputStream resource(String path) {
        return path.contains("..") || path.startsWith("/") ? null : PageRoutes.class.getResourceAsStream(path);
    }
}

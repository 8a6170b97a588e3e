package io.rollouthub.console;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.rollouthub.http.Content;
import io.rollouthub.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pages: files of this package's folder and the libraries that they use under {@code /assets}, and for every other
 * address the one page that knows them all. Has to be the last of the routes.
 */
final class PageRoutes implements Routes {
    private static final String INDEX = "index.html";

    /** Of files that are served; so no class is, though it lies in the same folder. */
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "webmanifest", "application/manifest+json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8");

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        Handler file = context -> file(context, context.pathParam("path"));
        Handler index = context -> file(context, INDEX);
        routes.get("/assets/<path>", file).head("/assets/<path>", file);
        routes.get("/", index).head("/", index);
        routes.get("/<page>", index).head("/<page>", index);
    }

    private static void file(Context context, String path) throws IOException {
        WebJar library = WebJar.ALL.get(path);
        send(context, path, library == null ? resource(path) : library.open());
    }

    private static void send(Context context, String name, @Nullable InputStream content) throws IOException {
        String type = TYPES.get(ending(name));
        if (content == null || type == null) {
            throw new NotFoundResponse("There is no file " + name + ".");
        }
        try (content) {
            Content.send(context, type, content.readAllBytes());
        }
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static @Nullable InputStream resource(String path) {
        return path.contains("..") || path.startsWith("/") || !TYPES.containsKey(ending(path))
                ? null
                : PageRoutes.class.getResourceAsStream(path);
    }
}

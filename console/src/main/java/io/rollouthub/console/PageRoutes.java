package io.rollouthub.console;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.rollouthub.http.Content;
import io.rollouthub.http.RequestException;
import io.rollouthub.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The pages: files of this package's folder and Chart.js under {@code /assets}, and for every other address the one page
 * that knows them all. Has to be the last of the routes.
 */
final class PageRoutes implements Routes {
    /** Where among the assets the front end finds Chart.js. */
    private static final String CHART_JS = "vendor/chart.js";

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
        send(context, path, path.equals(CHART_JS) ? chartJs() : resource(path));
    }

    private static void send(Context context, String name, @Nullable InputStream content) throws IOException {
        String type = TYPES.get(ending(name));
        if (content == null || type == null) {
            throw RequestException.notFound("There is no file " + name + ".");
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

    private static @Nullable InputStream chartJs() throws IOException {
        String webJar = "/META-INF/maven/org.webjars.npm/chart.js/pom.properties";
        Properties properties = new Properties();
        try (InputStream pom = PageRoutes.class.getResourceAsStream(webJar)) {
            if (pom == null) {
                return null;
            }
            properties.load(pom);
        }
        return PageRoutes.class.getResourceAsStream(
                "/META-INF/resources/webjars/chart.js/" + properties.getProperty("version") + "/dist/chart.umd.min.js");
    }
}

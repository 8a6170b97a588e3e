package io.rollouthub.console;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.rollouthub.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
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
            Routes.answer(context, type, content.readAllBytes());
        }
    }

    /** A file of a library of the front end, as it is in the folder of its jar from Maven that is for browsers. */
    record WebJar(String group, String artifact, String folder, String file) {
        /** What the pages are made with, by the address under which they import it. */
        static final Map<String, WebJar> ALL = Map.of(
                "vendor/chart.js", new WebJar("org.webjars.npm", "chart.js", "webjars", "dist/chart.umd.min.js"),
                "vendor/preact.js", new WebJar("org.webjars.npm", "preact", "webjars", "dist/preact.module.js"),
                "vendor/htm.js", new WebJar("org.mvnpm", "htm", "_static", "dist/htm.module.js"));

        /** The file; null where the jar is not there. */
        @Nullable
        InputStream open() throws IOException {
            Properties properties = new Properties();
            try (InputStream pom = WebJar.class.getResourceAsStream(
                    String.join("/", "/META-INF/maven", group, artifact, "pom.properties"))) {
                if (pom == null) {
                    return null;
                }
                properties.load(pom);
            }
            String version = properties.getProperty("version");
            return WebJar.class.getResourceAsStream(
                    String.join("/", "/META-INF/resources", folder, artifact, version, file));
        }
    }

    private static @Nullable InputStream resource(String path) {
        return path.contains("..") || path.startsWith("/") ? null : PageRoutes.class.getResourceAsStream(path);
    }
}

package io.rollouthub.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A library of the front end in its jar from Maven, as it is.
 *
 * @param folder in which those who made the jar put files for browsers
 */
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

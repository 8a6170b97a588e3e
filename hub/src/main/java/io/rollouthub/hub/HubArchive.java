package io.rollouthub.hub;

import io.rollouthub.hub.embedded.ClassArchive;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the archive of the application's own classes, {@code hub.jsa} beside its {@code lib}, which the script {@code
 * rollout} uses: {@code HubArchive <application folder>}. It is made of a demo, which does most of what the commands do.
 */
final class HubArchive {
    private static final Pattern READY = Pattern.compile("Open for looking: console at (\\S+),");
    private static final List<String> PAGES = List.of("", "metrics", "health/ready", "api/programme", "api/alerts");
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration POLL = Duration.ofMillis(100);

    private HubArchive() {}

    /** Without an archive all works as well, so that a failure is told and no more. */
    public static void main(String[] args) throws InterruptedException {
        Path app = Path.of(args[0]).toAbsolutePath();
        Path file = app.resolve("hub.jsa");
        try {
            Files.deleteIfExists(file); // it was made of other jars
            new ClassArchive(file).make(demo(app), HubArchive::look);
        } catch (IOException e) {
            System.err.println("'rollout' will start more slowly, as its classes could not be archived: " + e);
        }
    }

    private static List<String> demo(Path app) {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.rollouthub",
                "-Drollout.home=" + app,
                "-cp",
                app.resolve("lib") + "/*",
                Main.class.getName(),
                "demo",
                "--speed",
                "1000000",
                "--port",
                "0");
    }

    /** Looks at the console when the last day is over. */
    private static void look(Process demo, Path printed) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (String page : PAGES) {
            client.send(
                    HttpRequest.newBuilder(URI.create(console(demo, printed) + page))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static String console(Process demo, Path printed) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (demo.isAlive() && System.nanoTime() - start < PATIENCE.toNanos()) {
            Matcher ready = READY.matcher(Files.readString(printed));
            if (ready.find()) {
                return ready.group(1);
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
        throw new IOException("the demo did not get to its last day: " + Files.readString(printed));
    }
}

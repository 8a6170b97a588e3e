package io.rollouthub.hub;

import io.rollouthub.embedded.ClassArchive;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The archive of our classes, beside {@code lib}, which the script {@code rollout} uses; made of a demo. */
public final class HubArchive {
    private static final Pattern READY = Pattern.compile("Open for looking: console at (\\S+),");
    private static final List<String> PAGES = List.of("", "metrics", "health/ready", "api/programme", "api/alerts");

    private HubArchive() {}

    /** The one in the folder of an application; perhaps not made yet. */
    public static ClassArchive in(Path app) {
        return new ClassArchive(app.resolve("hub.jsa"));
    }

    /** Makes it in {@code <application folder>}; all works without it too, so that a failure is told and no more. */
    public static void main(String[] args) throws InterruptedException {
        Path app = Path.of(args[0]).toAbsolutePath();
        ClassArchive archive = in(app);
        try {
            Files.deleteIfExists(archive.file()); // it was made of other jars
            archive.make(demo(app), HubArchive::look);
        } catch (IOException e) {
            System.err.println("'rollout' will start more slowly, as its classes could not be archived: " + e);
        }
    }

    private static List<String> demo(Path app) {
        return List.of(
                "@" + app.resolve("jvm.options"),
                "-XX:TieredStopAtLevel=1", // it ends before more would pay
                "-Drollout.home=" + app,
                "-cp",
                app.resolve("lib") + "/*",
                Main.class.getName(),
                "demo",
                "--speed=1000000",
                "--port=0");
    }

    /** Looks at the console when the last day is over. */
    private static void look(Process demo, Path printed) throws IOException, InterruptedException {
        ClassArchive.await(demo, () -> console(printed).isPresent());
        URI console = URI.create(console(printed).orElseThrow());
        HttpClient client = HttpClient.newHttpClient();
        for (String page : PAGES) {
            HttpRequest.Builder request = HttpRequest.newBuilder(console.resolve(page));
            client.send(request.timeout(ClassArchive.PATIENCE).build(), BodyHandlers.ofString());
        }
    }

    private static Optional<String> console(Path printed) throws IOException {
        Matcher ready = READY.matcher(Files.readString(printed));
        return ready.find() ? Optional.of(ready.group(1)) : Optional.empty();
    }
}

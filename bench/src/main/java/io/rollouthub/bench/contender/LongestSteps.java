package io.rollouthub.bench.contender;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a hub's threads have been at one thing at most, by its own metrics, which tell that of the last half minute. */
public final class LongestSteps {
    private static final Pattern LONGEST =
            Pattern.compile("(?m)^kafka_stream_thread_(process|punctuate|commit)_latency_max\\{[^}]*} ([0-9.E+-]+)$");

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest metrics;
    private final TreeMap<String, Double> milliseconds = new TreeMap<>();

    /** @param port of the hub's web server on this machine */
    public LongestSteps(int port) {
        metrics = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                .build();
    }

    /** Asks the hub; to be called every few seconds. */
    public void look() {
        try {
            Matcher found =
                    LONGEST.matcher(http.send(metrics, BodyHandlers.ofString()).body());
            while (found.find()) {
                milliseconds.merge(found.group(1), Double.parseDouble(found.group(2)), Math::max);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the hub does not tell its metrics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for metrics", e);
        }
    }

    /** The longest so far in milliseconds, such as of {@code process}, {@code punctuate} or {@code commit}. */
    public double of(String what) {
        return milliseconds.getOrDefault(what, 0.0);
    }
}

package io.rollouthub.hub.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code /metrics} of a hub told. */
public final class Scrape {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String HELP = "# HELP ";
    private static final String TYPE = "# TYPE ";

    private final String text;
    private final Map<String, Double> series = new TreeMap<>();

    private Scrape(String text) {
        this.text = text;
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int end = line.lastIndexOf(' ');
            series.put(line.substring(0, end), Double.valueOf(line.substring(end + 1)));
        });
    }

    /** Asks a server; its address ends in a slash. */
    public static Scrape of(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(address + "metrics");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        return new Scrape(answer.body());
    }

    /** An answer of any status. */
    public static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The value of a series, written as Prometheus does with its labels in their order; NaN if there is none. */
    public double value(String name) {
        return series.getOrDefault(name, Double.NaN);
    }

    /** The series, by name and labels. */
    public Set<String> series() {
        return series.keySet();
    }

    /** The part of the text that is the hub's own. */
    public String ours() {
        return text.lines()
                .filter(line -> line.replace(HELP, "").replace(TYPE, "").startsWith("rollout_"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Told by its name, as Prometheus wants it; one metric alone has more to it. */
    static String typeOf(Metric metric) {
        return metric == Metric.REPORT_LATENCY ? "histogram" : metric.exposed.endsWith("_total") ? "counter" : "gauge";
    }

    /** Sees that the hub's own metrics are those of the catalogue, all of them, with its words and types. */
    public void requireTheCatalogue() {
        Map<String, String> help = ours().lines()
                .filter(line -> line.startsWith(HELP))
                .map(line -> line.substring(HELP.length()).split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        Map<String, String> types = ours().lines()
                .filter(line -> line.startsWith(TYPE))
                .map(line -> line.substring(TYPE.length()).split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        assertThat(types)
                .isEqualTo(Arrays.stream(Metric.values())
                        .collect(Collectors.toMap(metric -> metric.exposed, Scrape::typeOf)));
        Map<String, String> told = Arrays.stream(Metric.values())
                .filter(metric -> metric != Metric.REPORT_LATENCY_MAX) // Micrometer's words are those of the histogram
                .collect(Collectors.toMap(metric -> metric.exposed, metric -> metric.help));
        assertThat(help).containsAllEntriesOf(told);
    }

    @Override
    public String toString() {
        return ours();
    }
}

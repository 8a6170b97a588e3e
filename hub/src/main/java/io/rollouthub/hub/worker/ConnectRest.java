package io.rollouthub.hub.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.embedded.WorkerDoor;
import io.rollouthub.failure.RolloutException;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A worker's REST interface, as far as the hub needs it. Every call throws {@link NotDone}. */
public record ConnectRest(WorkerDoor worker) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int BAD = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409; // while the workers share out their work
    private static final int PAUSE_MS = 300;

    /** What the interface answered when it did not do what it was asked. */
    public static final class NotDone extends RolloutException {
        private static final long serialVersionUID = 1;

        private final int status;

        private NotDone(int status, String message) {
            super(message, "Look into the worker's log, or at 'rollout connect status'.");
            this.status = status;
        }

        private NotDone(String message, Throwable cause) {
            super(message, "Look whether the worker runs and its port is the one of --port.", cause);
            this.status = 0;
        }
    }

    /** A connector or, with a number, its task; {@code RUNNING} or so, the trace empty unless it is {@code FAILED}. */
    public record Part(String connector, @Nullable Integer task, String state, String trace) {
        private static final String CAUSED_BY = "Caused by: ";
        private static final int LONGEST = 400;

        boolean hasFailed() {
            return state.equals("FAILED");
        }

        boolean isRunning() {
            return state.equals("RUNNING");
        }

        /** What it is called in messages. */
        String name() {
            return task == null ? connector : connector + ", task " + task;
        }

        /** Why it failed, on one line: the message of the first cause. */
        String reason() {
            String cause = trace.lines()
                    .filter(line -> line.startsWith(CAUSED_BY))
                    .reduce((first, last) -> last)
                    .map(line -> line.substring(CAUSED_BY.length()))
                    .orElse(trace.lines().findFirst().orElse("no reason given"));
            int colon = cause.indexOf(": ");
            String message = colon < 0 ? cause : cause.substring(colon + 2);
            return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
        }
    }

    /** What the worker has against a configuration: a sentence for each mistake, with the key first. */
    List<String> mistakes(Map<String, String> config) {
        String plugin = config.getOrDefault("connector.class", "");
        List<String> plugins = ask("GET", "/connector-plugins", null).findValuesAsText("class");
        String named = Pattern.quote(plugin) + "|.*\\." + Pattern.quote(plugin) + "(Connector)?";
        if (plugins.stream().noneMatch(one -> one.matches(named))) {
            return List.of(
                    "connector.class: there is no connector " + plugin + ", there are " + String.join(", ", plugins));
        }
        JsonNode answer = ask("PUT", "/connector-plugins/" + encoded(plugin) + "/config/validate", config);
        List<String> mistakes = new ArrayList<>();
        for (JsonNode one : answer.path("configs")) {
            String key = one.at("/value/name").asText();
            one.at("/value/errors").forEach(error -> mistakes.add(key + ": " + error.asText()));
        }
        return mistakes;
    }

    /** The configuration of a connector; null if there is no such connector. */
    @Nullable
    Map<String, String> config(String connector) {
        try {
            Map<String, String> config = JSON.convertValue(ask("GET", path(connector) + "/config", null), TEXTS);
            config.remove("name");
            return config;
        } catch (NotDone e) {
            if (e.status == NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }

    /** Creates a connector, or gives it another configuration. */
    public void configure(String connector, Map<String, String> config) {
        ask("PUT", path(connector) + "/config", config);
    }

    /** Takes a connector away; what it has read or written up to then the worker remembers. */
    public void delete(String connector) {
        ask("DELETE", path(connector), null);
    }

    /** All connectors and their tasks. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (JsonNode connector : ask("GET", "/connectors?expand=status", null)) {
            JsonNode status = connector.path("status");
            String name = status.path("name").asText();
            parts.add(part(name, null, status.path("connector")));
            for (JsonNode task : status.path("tasks")) {
                parts.add(part(name, task.path("id").asInt(), task));
            }
        }
        return parts;
    }

    /** Starts what has failed again. */
    public void restart(Part part) {
        ask("POST", path(part.connector()) + (part.task() == null ? "" : "/tasks/" + part.task()) + "/restart", null);
    }

    private static Part part(String connector, @Nullable Integer task, JsonNode json) {
        return new Part(
                connector, task, json.path("state").asText(), json.path("trace").asText(""));
    }

    private static String path(String connector) {
        return "/connectors/" + encoded(connector);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode ask(String method, String path, @Nullable Map<String, String> body) {
        try {
            String text = body == null ? "" : JSON.writeValueAsString(body);
            HttpRequest request = HttpRequest.newBuilder(worker.url().resolve(path))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("Authorization", worker.authorization())
                    .method(method, HttpRequest.BodyPublishers.ofString(text))
                    .build();
            HttpResponse<String> response = send(request);
            if (response.statusCode() >= BAD) {
                throw new NotDone(response.statusCode(), message(response.body()));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new NotDone("the Connect worker at " + worker.url() + " gave no answer (" + e + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDone("interrupted while waiting for the Connect worker", e);
        }
    }

    /** Sends it, and again while the workers share out their work, when they do nothing else. */
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != CONFLICT || System.nanoTime() - start > PATIENCE.toNanos()) {
                return response;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        }
    }

    private static String message(String body) {
        try {
            return JSON.readTree(body).path("message").asText(body);
        } catch (JsonProcessingException e) {
            return body;
        }
    }
}

package io.rollouthub.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Asks a console as a browser does, without looking at what it shows. */
final class Browser {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ApiDocument api = ApiDocument.read();
    private final String address;

    Browser(String address) {
        this.address = address;
    }

    /** An answer, whatever it is. */
    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        HttpResponse<String> response = send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (path.startsWith("api/") && !response.body().isEmpty()) {
            api.assertDescribes("/" + path, response.statusCode(), read(response));
        }
        return response;
    }

    /** An answer that has to be there. */
    JsonNode json(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        return read(response);
    }

    private static JsonNode read(HttpResponse<String> response) {
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Listens to server-sent events. */
    Stream listen(String path) {
        HttpResponse<InputStream> response = send(
                request(path).header("Accept", "text/event-stream").build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new Stream(response.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The events that come. */
    static final class Stream implements AutoCloseable {
        private final InputStream in;
        private final StringBuffer text = new StringBuffer();
        private final Thread thread = new Thread(this::read, "listening");

        private Stream(InputStream in) {
            this.in = in;
            thread.setDaemon(true);
            thread.start();
        }

        private void read() {
            byte[] some = new byte[8_192];
            try {
                for (int length = in.read(some); length >= 0; length = in.read(some)) {
                    text.append(new String(some, 0, length, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // closed
            }
        }

        /** Waits until all of this has come. */
        void await(CharSequence... parts) {
            Browser.await(() -> assertThat(text.toString()).contains(parts));
        }

        String text() {
            return text.toString();
        }

        /** Looks only at what comes from now on. */
        void forget() {
            text.setLength(0);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static void await(ThrowingRunnable assertion) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(assertion);
    }
}

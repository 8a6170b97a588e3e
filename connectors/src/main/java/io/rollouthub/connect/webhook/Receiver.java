package io.rollouthub.connect.webhook;

import io.rollouthub.connect.webhook.Answer.Verdict;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The web address that is told. */
final class Receiver {
    static final String KEY_HEADER = "Idempotency-Key";

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SHOWN = 300;

    private final HttpClient http;
    private final Target target;
    private final InstantSource clock;

    /**
     * Where and as whom.
     *
     * @param authorization the value of the header of that name; empty: none
     * @param secret to sign with; empty: messages are not signed
     */
    record Target(URI url, Duration timeout, String authorization, String secret) {}

    Receiver(Target target, InstantSource clock) {
        this.http = HttpClient.newBuilder().connectTimeout(target.timeout()).build();
        this.target = target;
        this.clock = clock;
    }

    /** Sends a message and reads the answer; no answer is one as well. */
    Answer send(Message message) throws InterruptedException {
        try {
            return answer(http.send(request(message), BodyHandlers.ofString()));
        } catch (IOException e) {
            String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Answer(Verdict.AWAY, target.url() + " does not answer: " + said, null);
        }
    }

    private HttpRequest request(Message message) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.url())
                .timeout(target.timeout())
                .header("Content-Type", message.contentType())
                .header(KEY_HEADER, message.key())
                .POST(BodyPublishers.ofString(message.body()));
        if (!target.authorization().isEmpty()) {
            request.header("Authorization", target.authorization());
        }
        if (!target.secret().isEmpty()) {
            request.header(Signature.HEADER, Signature.of(message.body(), clock.instant(), target.secret()));
        }
        return request.build();
    }

    private Answer answer(HttpResponse<String> response) {
        int status = response.statusCode();
        String said = response.body().strip().replaceAll("\\s+", " ");
        String detail = target.url() + " answers " + status
                + (said.isEmpty() ? "" : ": " + said.substring(0, Math.min(said.length(), SHOWN)));
        if (status / 100 == 2) {
            return new Answer(Verdict.TAKEN, detail, null);
        }
        boolean away = status >= 500 || status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS;
        return new Answer(away ? Verdict.AWAY : Verdict.REFUSED, detail, retryAfter(response));
    }

    private static @Nullable Duration retryAfter(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("[0-9]{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }
}

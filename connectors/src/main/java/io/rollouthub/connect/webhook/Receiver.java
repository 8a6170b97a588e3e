package io.rollouthub.connect.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;

/** The web address that is told. */
final class Receiver {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SHOWN = 300;

    private final HttpClient http;
    private final Target target;
    private final InstantSource clock;

    /** Where and as whom; without the header Authorization if that is empty, not signed if the secret is. */
    record Target(URI url, Duration timeout, String authorization, String secret) {}

    /** What a receiver made of a message, for people too; how long to leave it alone, zero: it does not say. */
    record Answer(Verdict verdict, String detail, Duration leaveFor) {}

    /** What is to be done next. */
    enum Verdict {
        /** It has the message. */
        TAKEN,
        /** It does not want this message, now or later. */
        REFUSED,
        /** It cannot take any message now. */
        AWAY
    }

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
            return new Answer(Verdict.AWAY, target.url() + " does not answer: " + said, Duration.ZERO);
        }
    }

    private HttpRequest request(Message message) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.url())
                .timeout(target.timeout())
                .header("Content-Type", message.contentType())
                .header("Idempotency-Key", message.key())
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
        String seconds = response.headers().firstValue("Retry-After").orElse("");
        return new Answer(
                verdict(status),
                detail,
                Duration.ofSeconds(seconds.matches("[0-9]{1,5}") ? Long.parseLong(seconds) : 0));
    }

    private static Verdict verdict(int status) {
        if (status / 100 == 2) {
            return Verdict.TAKEN;
        }
        boolean away = status >= 500 || status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS;
        return away ? Verdict.AWAY : Verdict.REFUSED;
    }
}

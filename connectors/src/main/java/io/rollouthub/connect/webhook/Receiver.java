package io.rollouthub.connect.webhook;

import io.rollouthub.connect.alert.Post;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The web address that is told; messages are signed unless the secret is empty. */
record Receiver(URI url, Post post, String secret, InstantSource clock) {
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SHOWN = 300;

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

    /** Sends a message and reads the answer; no answer is one as well. */
    Answer send(Message message) throws InterruptedException {
        Map<String, String> headers =
                new HashMap<>(Map.of("Content-Type", message.contentType(), "Idempotency-Key", message.key()));
        if (!secret.isEmpty()) {
            headers.put(Signature.HEADER, Signature.of(message.body(), clock.instant(), secret));
        }
        try {
            return answer(post.send(url, headers, message.body()));
        } catch (IOException e) {
            return new Answer(Verdict.AWAY, String.valueOf(e.getMessage()), Duration.ZERO);
        }
    }

    private Answer answer(HttpResponse<String> response) {
        int status = response.statusCode();
        String said = withoutPath(response.body().strip().replaceAll("\\s+", " "));
        String detail = Post.shown(url) + " answers " + status
                + (said.isEmpty() ? "" : ": " + said.substring(0, Math.min(said.length(), SHOWN)));
        String seconds = response.headers().firstValue("Retry-After").orElse("");
        return new Answer(
                verdict(status),
                detail,
                Duration.ofSeconds(seconds.matches("[0-9]{1,5}") ? Long.parseLong(seconds) : 0));
    }

    /** What it says of the path that it was called by is no more to be seen than the path. */
    private String withoutPath(String said) {
        String path = url.getRawPath();
        return path == null || path.length() <= 1 ? said : said.replace(path, "/…");
    }

    private static Verdict verdict(int status) {
        boolean away = status >= 500 || status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS;
        return status / 100 == 2 ? Verdict.TAKEN : away ? Verdict.AWAY : Verdict.REFUSED;
    }
}

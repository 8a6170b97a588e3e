package io.rollouthub.connect.alert;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How web addresses are told of alerts, with a header Authorization unless that is empty.
 *
 * @param timeout of the whole exchange, the answer's last byte included
 */
public record Post(HttpClient http, Duration timeout, String authorization) {
    /**
     * Sends a body and returns the answer, of whose body the first {@value Beginning#MOST} bytes are read. IOException: there
     * is none; it says where and why.
     */
    public HttpResponse<String> send(URI url, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).timeout(timeout).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        // The request's own timeout ends with the answer's headers.
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request.build(), headersOf -> new Beginning());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException why) {
                throw none(url, why);
            }
            throw new IllegalStateException("a request cannot be sent to " + shown(url), e.getCause());
        } catch (TimeoutException e) {
            throw none(
                    url,
                    new HttpTimeoutException("not all of its answer has come within " + timeout.toMillis() + " ms"));
        } finally {
            answer.cancel(true); // closes the connection if it goes on
        }
    }

    /** An address as it may stand in logs, dead letters and states of tasks: many receivers know who calls by the path alone. */
    public static String shown(URI url) {
        String path = url.getRawPath();
        boolean more = url.getRawQuery() != null || path != null && path.length() > 1;
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort())
                + (more ? "/…" : "");
    }

    private static IOException none(URI url, IOException why) {
        String said = why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
        return new IOException(shown(url) + " does not answer: " + said, why);
    }
}

package io.rollouthub.http;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Says what is wrong, in JSON and a sentence, and nothing of our inside; also where no route was reached. */
final class ErrorAnswer extends ErrorHandler {
    static final String UNEXPECTED = "Something went wrong in here; the server's log says what.";

    /** What is wrong. */
    private record Problem(String error) {}

    static void write(Response response, int status, String sentence, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Json.CONTENT_TYPE).put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(json(sentence)), callback);
    }

    static byte[] json(String sentence) {
        return Json.write(new Problem(sentence));
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        Guard.beStrict(response.getHeaders());
        write(response, code, sentence(code), callback);
    }

    private static String sentence(int code) {
        return code >= HttpStatus.INTERNAL_SERVER_ERROR_500
                ? UNEXPECTED
                : Objects.requireNonNullElse(HttpStatus.getMessage(code), "Bad request") + ".";
    }
}

package io.rollouthub.http;

import org.eclipse.jetty.http.HttpStatus;

/** Why a request is not answered. */
enum Denial {
    METHOD(HttpStatus.METHOD_NOT_ALLOWED_405, "This server only tells: GET and HEAD."),
    HOST(
            HttpStatus.FORBIDDEN_403,
            "The name in the Host header is not one of this server's. If it should be, add it to http.allowed-hosts."),
    CREDENTIALS(HttpStatus.UNAUTHORIZED_401, "User and password are needed.");

    private final int status;
    private final String sentence;

    Denial(int status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    int status() {
        return status;
    }

    String sentence() {
        return sentence;
    }
}

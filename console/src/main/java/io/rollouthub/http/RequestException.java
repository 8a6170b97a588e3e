package io.rollouthub.http;

/** A request that cannot be answered as it was meant; its message is a sentence for the one who asked. */
public final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String sentence;

    /**
     * @param status of HTTP
     * @param sentence what is wrong and, where it helps, what would not be
     */
    public RequestException(int status, String sentence) {
        super(sentence);
        this.status = status;
        this.sentence = sentence;
    }

    /** That there is no such thing. */
    public static RequestException notFound(String sentence) {
        return new RequestException(404, sentence);
    }

    /** That a parameter has no such value. */
    public static RequestException badRequest(String sentence) {
        return new RequestException(400, sentence);
    }

    int status() {
        return status;
    }

    String sentence() {
        return sentence;
    }
}

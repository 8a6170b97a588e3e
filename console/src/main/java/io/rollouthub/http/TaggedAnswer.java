package io.rollouthub.http;

import io.javalin.http.Context;
import java.util.zip.CRC32C;

/**
 * Answers that browsers may keep, if they ask each time whether they still hold. Javalin compares the tag with the one that a
 * browser knows, but does not make it: its own has no quotes, is not there for HEAD, and stands on errors too.
 */
public final class TaggedAnswer {
    private TaggedAnswer() {}

    /** Answers with this, or that it has not changed since it was last answered. */
    public static void send(Context context, String type, byte[] content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        context.header("Cache-Control", "no-cache")
                .header("ETag", "W/\"%x-%08x\"".formatted(content.length, sum.getValue()))
                .contentType(type)
                .result(content);
    }
}

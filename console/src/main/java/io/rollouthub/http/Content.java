package io.rollouthub.http;

import io.javalin.http.Context;
import java.util.zip.CRC32C;

/** Answers that browsers may keep, if they ask each time whether they still hold. */
public final class Content {
    private static final int NOT_MODIFIED = 304;

    private Content() {}

    /** Answers with this, or that it has not changed since it was last answered. */
    public static void send(Context context, String type, byte[] content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        String tag = "W/\"%x-%08x\"".formatted(content.length, sum.getValue());
        context.header("Cache-Control", "no-cache").header("ETag", tag);
        String known = context.header("If-None-Match");
        if (known != null && known.contains(tag)) {
            context.status(NOT_MODIFIED);
        } else {
            context.contentType(type).result(content);
        }
    }
}

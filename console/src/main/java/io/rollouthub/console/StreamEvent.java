package io.rollouthub.console;

import io.rollouthub.http.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A server-sent event.
 *
 * @param data one line of JSON
 */
record StreamEvent(String name, @Nullable String id, String data) {
    StreamEvent(String name, @Nullable String id, Object content) {
        this(name, id, new String(Json.write(content), StandardCharsets.UTF_8));
    }
}

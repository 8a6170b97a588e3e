package io.rollouthub.reader.rejected;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** The header by which a record that was sent again names the rejected record that it was, as topic:partition:offset. */
public final class RedriveMark {
    private static final String NAME = "rollout-redrive-of";

    private RedriveMark() {}

    /** The mark of a rejected record that is sent again. */
    public static Header of(RejectedPlace rejected) {
        return new RecordHeader(NAME, rejected.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The place that a record says that it was; null if it was not sent again. */
    public static @Nullable String in(Headers headers) {
        Header header = headers.lastHeader(NAME);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}

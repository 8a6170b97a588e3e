package io.rollouthub.reader.rejected;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** The header by which a record that was sent again names the rejected record that it was, as topic:partition:offset. */
public final class RedriveMark {
    private static final String NAME = "rollout-redrive-of";

    private RedriveMark() {}

    /** The mark of a rejected record that is sent again. */
    public static Header of(ConsumerRecord<?, ?> rejected) {
        return new RecordHeader(NAME, placeOf(rejected).getBytes(StandardCharsets.UTF_8));
    }

    static String placeOf(ConsumerRecord<?, ?> rejected) {
        return rejected.topic() + ":" + rejected.partition() + ":" + rejected.offset();
    }

    /** What a record says that it was; null if it was not sent again. */
    static @Nullable String in(Headers headers) {
        Header header = headers.lastHeader(NAME);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}

package io.rollouthub.check;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * How large a record is, of which Kafka measures whole batches alone, packed as they came; in bytes, as its supplier sent it.
 *
 * @param value 0 if there is none
 * @param key 0 if there is none
 * @param headers how many there are
 * @param headerBytes of their names and values
 */
public record RecordSize(int value, int key, int headers, int headerBytes) {
    public static final int MOST_VALUE = 256 * 1024;
    public static final int MOST_KEY = 1024;
    public static final int MOST_HEADERS = 64;
    public static final int MOST_HEADER_BYTES = 16 * 1024;

    /** How much of the value, and of the key, of one that is too large is kept. */
    public static final int KEPT = 1024;

    private static final String VALUE_BYTES = "rollout-value-bytes";
    private static final String KEY_BYTES = "rollout-key-bytes";
    private static final String HEADER_COUNT = "rollout-header-count";
    private static final String HEADER_BYTES = "rollout-header-bytes";

    public static RecordSize of(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        int count = 0;
        int bytes = 0;
        for (Header header : headers) {
            count++;
            bytes += header.key().getBytes(StandardCharsets.UTF_8).length + length(header.value());
        }
        return new RecordSize(length(value), length(key), count, bytes);
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    /** {@link Reason#TOO_LARGE} if it is (semantics 3), else null. */
    public @Nullable Refusal refusal() {
        if (value > MOST_VALUE) {
            return tooLarge("the value takes " + value + " bytes, of " + MOST_VALUE + " at most; shorten its texts");
        }
        if (key > MOST_KEY) {
            return tooLarge("the key takes " + key + " bytes, of " + MOST_KEY + " at most; it is the cluster");
        }
        if (headers > MOST_HEADERS) {
            return tooLarge("there are " + headers + " headers, of " + MOST_HEADERS + " at most; the hub needs none");
        }
        return headerBytes > MOST_HEADER_BYTES
                ? tooLarge("its headers take " + headerBytes + " bytes, of " + MOST_HEADER_BYTES
                        + " at most; the hub needs none")
                : null;
    }

    private static Refusal tooLarge(String detail) {
        return new Refusal(Reason.TOO_LARGE, detail);
    }

    /** What is kept of the key or the value of a record that is too large. */
    public static byte @Nullable [] kept(byte @Nullable [] bytes) {
        return bytes == null || bytes.length <= KEPT ? bytes : Arrays.copyOf(bytes, KEPT);
    }

    /** Says in the headers of what was kept how large it was; all are UTF-8 text. */
    public void addTo(Headers kept) {
        add(kept, VALUE_BYTES, value);
        add(kept, KEY_BYTES, key);
        add(kept, HEADER_COUNT, headers);
        add(kept, HEADER_BYTES, headerBytes);
    }

    private static void add(Headers headers, String name, int value) {
        headers.add(name, Integer.toString(value).getBytes(StandardCharsets.UTF_8));
    }
}

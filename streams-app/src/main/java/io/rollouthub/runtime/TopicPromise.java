package io.rollouthub.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the hub promises to those who read it as long as its topics are set as it wants them; each can be given up by its key,
 * for a Kafka whose topics are set by others.
 */
public enum TopicPromise {
    /** The broker says when it took a report, and what time it is. */
    ACCEPTANCE_TIME("acceptance-time"),
    /** Nothing of what was reported and judged goes. */
    KEPT_FOR_EVER("kept-for-ever"),
    /** Of a key whoever reads a state gets the latest value, and not all there ever were. */
    CURRENT_STATE("current-state"),
    /** What is as large as a report may be fits, and what the hub could not hold is refused by the broker. */
    SIZES("sizes");

    private final String key;

    TopicPromise(String key) {
        this.key = key;
    }

    /** Its name for people and in settings. */
    public String key() {
        return key;
    }

    public static Optional<TopicPromise> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /** All names. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(TopicPromise::key).toList();
    }
}

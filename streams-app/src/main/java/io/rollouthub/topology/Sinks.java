package io.rollouthub.topology;

import io.rollouthub.topic.Topic;

/** The names of the sinks, by which processors choose where a record goes. */
final class Sinks {
    static final String JOURNAL = "write-journal";
    static final String REJECTED = "write-rejected";
    static final String REJECTED_UNKNOWN = "write-rejected-unknown";

    static final String VERDICTS = "write-verdicts";

    private Sinks() {}

    /** The sink that writes to any other topic of the hub's: {@code write-alerts} to {@code rollout.alerts}. */
    static String of(Topic<?> topic) {
        return "write-" + topic.name().substring(topic.name().indexOf('.') + 1);
    }
}

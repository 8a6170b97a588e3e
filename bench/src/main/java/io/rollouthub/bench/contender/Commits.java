package io.rollouthub.bench.contender;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Since when a stage has been at work, and when it was last seen to have committed more. */
final class Commits {
    private final long begin;
    private long end;
    private Map<TopicPartition, Long> committed;

    /** Begins at a time, where it stands before anything happens. */
    Commits(long nanos, Map<TopicPartition, Long> committed) {
        begin = nanos;
        end = nanos;
        this.committed = committed;
    }

    /** The same, with where it stands at a later time. */
    Commits then(long nanos, Map<TopicPartition, Long> now) {
        if (!now.equals(committed)) {
            committed = now;
            end = nanos;
        }
        return this;
    }

    /** How many of so many reports it has taken in a second. */
    double rate(long reports) {
        return reports * 1e9 / (end - begin);
    }
}

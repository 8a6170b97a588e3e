package io.rollouthub.topology;

import io.rollouthub.topic.Topic;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that the ledger publishes.
 *
 * @param topic where to
 * @param subject under which the value's schema is registered
 * @param partition where to; empty leaves it to the key
 * @param value null is a tombstone
 */
record Output(
        String topic,
        String subject,
        Optional<Set<Integer>> partition,
        @Nullable SpecificRecord value) {

    /** To one of the hub's topics, in the journal's partition, so that a cluster's order survives. */
    static <V extends SpecificRecord> Output to(Topic<V> topic, int journalPartition, @Nullable V value) {
        return new Output(topic.name(), topic.subject(), Optional.of(Set.of(journalPartition)), value);
    }
}

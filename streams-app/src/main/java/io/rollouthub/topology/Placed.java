package io.rollouthub.topology;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A value on its way to a topic of results, which goes to the partition that its entry had in the journal, so that a
 * cluster's order survives.
 *
 * @param value null is a tombstone
 */
record Placed(int partition, @Nullable SpecificRecord value) {}

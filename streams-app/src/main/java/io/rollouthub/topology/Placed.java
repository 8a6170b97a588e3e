package io.rollouthub.topology;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A value, null a tombstone, on its way to a topic of results, where it goes to the partition that its entry had in the journal,
 * so that a cluster's order survives.
 */
record Placed(int partition, @Nullable SpecificRecord value) {}

package io.rollouthub.report;

import io.rollouthub.journal.Origin;

/** Where a record stands on a supplier's topic; as a text {@code <topic>/<partition>/<offset>}. */
public record OriginKey(String topic, int partition, long offset) {
    public static OriginKey of(Origin origin) {
        return new OriginKey(origin.getTopic(), origin.getPartition(), origin.getOffset());
    }

    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}

package io.rollouthub.bench.faults;

import io.rollouthub.journal.Origin;

/** Where a record stands on a supplier's topic. */
record Place(String topic, int partition, long offset) {
    static Place of(Origin origin) {
        return new Place(origin.getTopic(), origin.getPartition(), origin.getOffset());
    }

    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}

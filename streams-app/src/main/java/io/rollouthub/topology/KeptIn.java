package io.rollouthub.topology;

import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/** In what an instance keeps the ledger's tables (ADR 15). */
public enum KeptIn {
    /** In memory: faster, and gone with the process, so that each start reads all of it from Kafka. */
    MEMORY,
    /** In files of RocksDB below the state folder: less memory, and a start goes on with what is there. */
    DISK;

    /** Whose sum is known, for the seal. */
    KeyValueBytesStoreSupplier table(String name) {
        return new SummedStore.Supplier(
                this == DISK ? Stores.persistentKeyValueStore(name) : Stores.inMemoryKeyValueStore(name));
    }
}

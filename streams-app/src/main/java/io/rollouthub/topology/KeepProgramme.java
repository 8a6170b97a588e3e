package io.rollouthub.topology;

import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the programme in force where every task of the gate can read it. */
final class KeepProgramme extends ContextualProcessor<String, byte[], Void, Void> {

    static final String STORE = "programme-by-name";

    @Override
    public void process(Record<String, byte[]> record) {
        KeyValueStore<String, byte[]> store = Objects.requireNonNull(context().getStateStore(STORE));
        store.put(record.key(), record.value());
    }
}

package io.rollouthub.topology;

import io.rollouthub.check.EventCheck;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.programme.Programme;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.Topics;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The checks under the programme in force, and its zone; made anew only when the programme has changed. */
final class CurrentCheck {
    static final String STORE = "programme-by-name";

    private final KeyValueStore<String, byte[]> store;
    private final Deserializer<Programme> deserializer;
    private byte @Nullable [] bytes;
    private @Nullable EventCheck check;
    private @Nullable CivilTime time;

    CurrentCheck(ProcessorContext<?, ?> context, SchemaRegistry registry) {
        this.store = Objects.requireNonNull(context.getStateStore(STORE));
        this.deserializer = AvroSerde.deserializer(Topics.PROGRAMME, registry);
    }

    /** The checks; {@link MissingProgrammeException} if no programme has been published yet. */
    EventCheck check() {
        look();
        if (check == null) {
            throw new MissingProgrammeException();
        }
        return check;
    }

    /** Dates in the programme's zone; null if no programme has been published yet. */
    @Nullable
    CivilTime time() {
        look();
        return time;
    }

    private void look() {
        byte[] latest = store.get(Topics.PROGRAMME_KEY);
        if (latest != null && !Arrays.equals(latest, bytes)) {
            Programme programme = deserializer.deserialize(Topics.PROGRAMME.name(), latest);
            check = new EventCheck(programme);
            time = new CivilTime(ZoneId.of(programme.getZone()));
            bytes = latest;
        }
    }

    /** Keeps the programme in force where every task of the gate can read it. */
    static final class KeepProgramme extends ContextualProcessor<String, byte[], Void, Void> {
        @Override
        public void process(Record<String, byte[]> record) {
            KeyValueStore<String, byte[]> store =
                    Objects.requireNonNull(context().getStateStore(STORE));
            store.put(record.key(), record.value());
        }
    }
}

package io.rollouthub.topology;

import io.rollouthub.check.EventCheck;
import io.rollouthub.programme.Programme;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroSerde;
import io.rollouthub.topic.Topics;
import java.util.Arrays;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The checks under the programme in force; made anew only when the programme has changed. */
final class CurrentCheck {
    private final KeyValueStore<String, byte[]> store;
    private final Deserializer<Programme> deserializer;
    private byte @Nullable [] bytes;
    private @Nullable EventCheck check;

    CurrentCheck(KeyValueStore<String, byte[]> store, SchemaRegistry registry) {
        this.store = store;
        this.deserializer = AvroSerde.deserializer(Topics.PROGRAMME, registry);
    }

    /**
     * The checks.
     *
     * @throws MissingProgrammeException if no programme has been published yet
     */
    EventCheck check() {
        byte[] latest = store.get(Topics.PROGRAMME_KEY);
        if (latest == null) {
            throw new MissingProgrammeException();
        }
        if (check == null || !Arrays.equals(latest, bytes)) {
            check = new EventCheck(deserializer.deserialize(Topics.PROGRAMME.name(), latest));
            bytes = latest;
        }
        return check;
    }
}

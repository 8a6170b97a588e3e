package io.rollouthub.reader;

import io.rollouthub.programme.Programme;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The programme in force, read from its topic. */
public final class PublishedProgramme {
    private PublishedProgramme() {}

    /** The programme, or null if none has been published. */
    public static @Nullable Programme read(Map<String, Object> client, SchemaRegistry registry) {
        HubRecord.Decoder decoder = new HubRecord.Decoder(registry);
        AtomicReference<@Nullable Programme> latest = new AtomicReference<>();
        try (TopicReader reader = new TopicReader(client, List.of(Topics.PROGRAMME.name()))) {
            reader.readToEnd(
                    record -> latest.set((Programme) decoder.read(record).value()));
        }
        return latest.get();
    }
}

package io.rollouthub.reader;

import io.rollouthub.output.AlertTransition;
import io.rollouthub.reader.rejected.RefusedEvents;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Takes the records of the hub's output and rejected topics into a model. For one thread. */
public final class TopicIntake {
    private static final Map<String, Topic<?>> OUTPUTS =
            Topics.OUTPUTS.stream().collect(Collectors.toMap(Topic::name, Function.identity()));

    private final ReadModel model;
    private final AvroReader outputs;
    private final RefusedEvents refused;

    public TopicIntake(SchemaRegistry registry, ReadModel model) {
        this.model = model;
        outputs = new AvroReader(
                registry, Topics.OUTPUTS.stream().map(Topic::schema).toList());
        refused = new RefusedEvents(registry);
    }

    /** The topics it wants to see, of those that exist. */
    public static List<String> topics(Collection<String> existing) {
        return Stream.concat(
                        Topics.OUTPUTS.stream().map(Topic::name),
                        existing.stream().filter(SupplierTopics::isRejected))
                .toList();
    }

    /** Takes in one record of those topics; tells what it was if it was an alert's transition, else null. */
    public @Nullable AlertTransition accept(ConsumerRecord<String, byte[]> record) {
        if (SupplierTopics.isRejected(record.topic())) {
            model.reject(rejected(record));
            return null;
        }
        SpecificRecord value = record.value() == null ? null : outputs.read(record.value());
        Topic<?> topic = OUTPUTS.get(record.topic());
        if (topic != null) {
            publish(topic, record.key(), value);
        }
        return value instanceof AlertTransition transition ? transition : null;
    }

    private <V extends SpecificRecord> void publish(Topic<V> topic, String key, @Nullable SpecificRecord value) {
        model.publish(topic, key, value == null ? null : topic.type().cast(value));
    }

    /** What a record of a rejected topic says. */
    Rejected rejected(ConsumerRecord<String, byte[]> record) {
        return Rejected.of(refused.read(record.value()), RejectionHeaders.of(record.headers()));
    }
}

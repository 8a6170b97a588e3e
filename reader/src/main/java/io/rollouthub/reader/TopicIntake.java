package io.rollouthub.reader;

import io.rollouthub.output.AlertTransition;
import io.rollouthub.reader.rejected.RejectedRecord;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.SupplierTopics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Takes the records of the hub's output and rejected topics into a model. For one thread. */
public final class TopicIntake {
    private final ReadModel model;
    private final HubRecord.Decoder outputs;
    private final RejectedRecord.Decoder rejected;

    public TopicIntake(SchemaRegistry registry, ReadModel model) {
        this.model = model;
        outputs = new HubRecord.Decoder(registry);
        rejected = new RejectedRecord.Decoder(registry);
    }

    /** Takes in one record of those topics; tells what it was if it was an alert's transition, else null. */
    public @Nullable AlertTransition accept(ConsumerRecord<String, byte[]> record) {
        if (SupplierTopics.isRejected(record.topic())) {
            model.reject(rejected.read(record).what());
            return null;
        }
        HubRecord output = outputs.read(record);
        model.publish(output.topic(), output.key(), output.value());
        return output.value() instanceof AlertTransition transition ? transition : null;
    }
}

package io.rollouthub.runtime;

import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Stage;
import io.rollouthub.topic.Topics;
import java.util.Map;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether a group has read anything of a partition of the journal. Kafka is asked each time, as another instance may have
 * begun it.
 */
record Begun(Map<String, Object> client, String group) implements IntPredicate {
    @Override
    public boolean test(int partition) {
        try (Admin admin = KafkaClients.admin(client)) {
            OffsetAndMetadata committed =
                    Stage.committed(admin, group).get(new TopicPartition(Topics.JOURNAL.name(), partition));
            return committed != null && committed.offset() > 0;
        }
    }
}

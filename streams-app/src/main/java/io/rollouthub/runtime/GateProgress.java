package io.rollouthub.runtime;

import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.Stage;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** How far the gate is with what it reads, by its committed offsets; asked without waiting. */
final class GateProgress {
    private final Admin admin;

    GateProgress(Admin admin) {
        this.admin = admin;
    }

    /** Where the gate's topics end now. */
    CompletionStage<Map<TopicPartition, Long>> ends() {
        return KafkaClients.topicsSoon(admin)
                .thenCompose(names -> admin.describeTopics(Stage.GATE.inputs(names))
                        .allTopicNames()
                        .toCompletionStage())
                .thenCompose(topics -> Positions.fullEndsSoon(admin, Positions.partitions(topics.values())));
    }

    /** Whether the gate has judged everything before these ends. */
    CompletionStage<Boolean> isPast(Map<TopicPartition, Long> ends) {
        return Stage.GATE.hasFinishedSoon(admin, ends);
    }
}

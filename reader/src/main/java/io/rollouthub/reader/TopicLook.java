package io.rollouthub.reader;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/** Asks Kafka every two seconds, without waiting, what has become of the topics that are read. For one thread. */
final class TopicLook {
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final Admin admin;
    private final Function<Set<String>, Collection<String>> wanted;
    private final Map<String, Uuid> ids = new HashMap<>();
    private final Set<TopicPartition> known;
    private @Nullable CompletableFuture<Map<String, TopicDescription>> answer;
    private long told = System.nanoTime();

    /** @param wanted those to read of the topics that exist, of which some are read */
    TopicLook(Admin admin, Function<Set<String>, Collection<String>> wanted, Collection<TopicDescription> read) {
        this.admin = admin;
        this.wanted = wanted;
        read.forEach(topic -> ids.put(topic.name(), topic.topicId()));
        known = new HashSet<>(Positions.partitions(read));
    }

    /** Partitions to be read as well, each once; throws if a topic is gone or made anew; none while Kafka does not answer. */
    List<TopicPartition> newPartitions() {
        if (answer == null) {
            if (System.nanoTime() - told > INTERVAL.toNanos()) {
                answer = KafkaClients.topicsSoon(admin)
                        .thenCompose(names -> admin.describeTopics(wanted.apply(names))
                                .allTopicNames()
                                .toCompletionStage())
                        .toCompletableFuture();
            }
            return List.of();
        }
        if (!answer.isDone()) {
            return List.of();
        }
        Map<String, TopicDescription> topics = answer.isCompletedExceptionally() ? null : answer.join();
        answer = null;
        told = System.nanoTime();
        return topics == null ? List.of() : compare(topics);
    }

    private List<TopicPartition> compare(Map<String, TopicDescription> topics) {
        ids.forEach((name, id) -> {
            TopicDescription now = topics.get(name);
            if (now == null || !now.topicId().equals(id)) {
                throw KafkaCallException.gone(name);
            }
        });
        topics.forEach((name, topic) -> ids.put(name, topic.topicId()));
        return Positions.partitions(topics.values()).stream().filter(known::add).toList();
    }
}

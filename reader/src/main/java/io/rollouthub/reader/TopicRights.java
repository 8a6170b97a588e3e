package io.rollouthub.reader;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;

/** What Kafka lets the one who asks do with topics, as far as it shows them to him. */
public final class TopicRights {
    private final Map<String, TopicDescription> shown;

    private TopicRights(Map<String, TopicDescription> shown) {
        this.shown = shown;
    }

    /** Of topics that do not exist. */
    public static TopicRights none() {
        return new TopicRights(Map.of());
    }

    /** Asks for some of the topics, for one who must not wait. */
    public static CompletionStage<TopicRights> soon(Admin admin, Predicate<String> which) {
        DescribeTopicsOptions options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
        return KafkaClients.topicsSoon(admin)
                .thenCompose(names -> admin.describeTopics(
                                names.stream().filter(which).toList(), options)
                        .allTopicNames()
                        .toCompletionStage())
                .thenApply(topics -> new TopicRights(new HashMap<>(topics)));
    }

    /** Whether it is there, and is shown. */
    public boolean shows(String topic) {
        return shown.containsKey(topic);
    }

    /** Whether it is there and may be written. */
    public boolean mayWrite(String topic) {
        TopicDescription there = shown.get(topic);
        return there != null && allows(there, AclOperation.WRITE);
    }

    /** Those that are shown and may not be read. */
    public Set<String> unreadable() {
        Set<String> unreadable = new TreeSet<>();
        shown.forEach((name, topic) -> {
            if (!allows(topic, AclOperation.READ)) {
                unreadable.add(name);
            }
        });
        return unreadable;
    }

    /** True as well if Kafka does not say, as older ones do not. */
    @SuppressWarnings("ConstantValue")
    private static boolean allows(TopicDescription topic, AclOperation operation) {
        Set<AclOperation> allowed = topic.authorizedOperations();
        return allowed == null || allowed.isEmpty() || allowed.contains(operation);
    }
}

package io.rollouthub.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The gate's consumer, which leaves those suppliers' topics out that may not be read, until they may. Kafka's own fails whole
 * if one of its topics may not be read, and Kafka Streams with it.
 */
final class GateConsumer extends KafkaConsumer<byte[], byte[]> {
    private final UnreadableTopics unreadable;
    private Set<String> leftOut = Set.of();
    private @Nullable Subscription wanted;

    private record Subscription(Pattern topics, ConsumerRebalanceListener listener) {}

    GateConsumer(Map<String, Object> config, UnreadableTopics unreadable) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.unreadable = unreadable;
    }

    @Override
    public void subscribe(Pattern topics, ConsumerRebalanceListener listener) {
        wanted = new Subscription(topics, listener);
        leaveOut(unreadable.now());
    }

    private void leaveOut(Set<String> topics) {
        Subscription all = wanted;
        if (all != null) {
            leftOut = topics;
            super.subscribe(without(all.topics(), topics), all.listener());
        }
    }

    /** What the pattern matches, but for these. */
    static Pattern without(Pattern all, Set<String> topics) {
        return topics.isEmpty()
                ? all
                : Pattern.compile("(?!(?:" + topics.stream().map(Pattern::quote).collect(Collectors.joining("|"))
                        + ")$)(?:" + all.pattern() + ")");
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        Set<String> now = unreadable.now();
        if (!now.equals(leftOut)) {
            leaveOut(now);
        }
        try {
            return super.poll(timeout);
        } catch (TopicAuthorizationException e) {
            Set<String> refused = e.unauthorizedTopics().stream()
                    .filter(UnreadableTopics::isOfSupplier)
                    .collect(Collectors.toSet());
            if (refused.size() < e.unauthorizedTopics().size()) {
                throw e; // without the others there is no hub
            }
            unreadable.refused(refused);
            return ConsumerRecords.empty();
        }
    }

    @Override
    public void unsubscribe() {
        wanted = null;
        super.unsubscribe();
    }
}

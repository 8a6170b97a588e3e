package io.rollouthub.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rollouthub.topic.ConnectTopics;
import io.rollouthub.topic.Topics;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Which connectors are to take alerts, by the topic on which the hub's workers keep their configurations. For one thread, and
 * read again only when that topic has become longer.
 */
final class AlertSinks {
    /** The topics that tell of alerts. */
    static final Set<String> TOPICS = Set.of(Topics.ALERT_TRANSITIONS.name(), Topics.ALERTS.name());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "connector-";

    private final Admin admin;
    private final Map<String, Object> client;
    private Map<TopicPartition, Long> readTo = Map.of();
    private List<AlertSink> sinks = List.of();

    /**
     * A connector that takes alerts.
     *
     * @param group under which it commits how far it is
     * @param topics of alerts, which it is given
     * @param fromNowOn whether it is to take only what comes after it has begun
     * @param configuredAt when it was given these settings
     */
    record AlertSink(String name, String group, Set<String> topics, boolean fromNowOn, Instant configuredAt) {}

    AlertSinks(Admin admin, Map<String, Object> client) {
        this.admin = admin;
        this.client = client;
    }

    /** Those that there are, of a Kafka with these topics. */
    List<AlertSink> now(Collection<String> existing) {
        if (!existing.contains(ConnectTopics.CONFIGS)) {
            return List.of();
        }
        List<TopicPartition> partitions = Positions.partitions(admin, List.of(ConnectTopics.CONFIGS));
        Map<TopicPartition, Long> ends = Positions.lastStable(admin, partitions);
        if (!ends.equals(readTo)) {
            sinks = read(partitions);
            readTo = ends;
        }
        return sinks;
    }

    private List<AlertSink> read(List<TopicPartition> partitions) {
        Map<String, AlertSink> latest = new TreeMap<>();
        try (TopicReader reader = TopicReader.of(client, partitions)) {
            reader.readToEnd(record -> {
                if (record.key() != null && record.key().startsWith(KEY)) {
                    AlertSink sink = sink(record);
                    if (sink == null) {
                        latest.remove(record.key());
                    } else {
                        latest.put(record.key(), sink);
                    }
                }
            });
        }
        return List.copyOf(latest.values());
    }

    /** Null: it was deleted, or takes no alerts. */
    static @Nullable AlertSink sink(ConsumerRecord<String, byte @Nullable []> record) {
        JsonNode settings = settings(record.value());
        Set<String> topics =
                TOPICS.stream().filter(topic -> takes(settings, topic)).collect(Collectors.toUnmodifiableSet());
        if (topics.isEmpty()) {
            return null;
        }
        String name = record.key().substring(KEY.length());
        return new AlertSink(
                name,
                settings.path("consumer.override.group.id").asText(ConnectTopics.SINK_GROUPS + name),
                topics,
                settings.path("consumer.override.auto.offset.reset").asText().equals("latest"),
                Instant.ofEpochMilli(record.timestamp()));
    }

    private static JsonNode settings(byte @Nullable [] value) {
        try {
            return value == null ? JSON.missingNode() : JSON.readTree(value).path("properties");
        } catch (IOException e) {
            return JSON.missingNode(); // no worker's
        }
    }

    private static boolean takes(JsonNode settings, String topic) {
        String pattern = settings.path("topics.regex").asText();
        if (!pattern.isEmpty()) {
            try {
                return Pattern.matches(pattern, topic);
            } catch (PatternSyntaxException e) {
                return false; // of no use to a worker either
            }
        }
        return Stream.of(settings.path("topics").asText().split(","))
                .map(String::strip)
                .anyMatch(topic::equals);
    }
}

package io.rollouthub.runtime;

import io.rollouthub.reader.KafkaCalls;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** A topic as it is on Kafka, with all settings that are in force, the broker's defaults included. */
public record ExistingTopic(String name, int partitions, int replicas, Map<String, String> settings) {

    /** Topics that exist, by their names. */
    public static Map<String, ExistingTopic> read(Admin admin, Collection<String> names) {
        Map<String, TopicDescription> described =
                KafkaCalls.await("describe topics", admin.describeTopics(names).allTopicNames());
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<ConfigResource, Config> configs = KafkaCalls.await(
                "tell the settings of topics", admin.describeConfigs(resources).all());
        return configs.entrySet().stream()
                .map(topic ->
                        of(Objects.requireNonNull(described.get(topic.getKey().name())), topic.getValue()))
                .collect(Collectors.toMap(ExistingTopic::name, Function.identity()));
    }

    private static ExistingTopic of(TopicDescription topic, Config config) {
        return new ExistingTopic(
                topic.name(),
                topic.partitions().size(),
                topic.partitions().stream()
                        .mapToInt(partition -> partition.replicas().size())
                        .min()
                        .orElse(0),
                config.entries().stream()
                        .filter(entry -> entry.value() != null)
                        .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value)));
    }
}

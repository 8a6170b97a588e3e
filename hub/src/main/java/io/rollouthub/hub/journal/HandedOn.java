package io.rollouthub.hub.journal;

import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.Told;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.runtime.HubSettings;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.ConnectTopics;
import io.rollouthub.topic.ToldTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * What connectors had handed on of the transitions of alerts before any of them kept what it had told: it is taken for
 * told, and kept for them before the transitions go, and their offsets with them. A connector that has kept anything knows
 * by itself.
 */
final class HandedOn {
    private final Connection hub;
    private final HubSettings settings;

    HandedOn(Connection hub, HubSettings settings) {
        this.hub = hub;
        this.settings = settings;
    }

    /** Keeps it for every connector that read transitions, each in one transaction. */
    void keep() {
        try (Admin admin = KafkaClients.admin(hub.client())) {
            KafkaCalls.await(
                            "list groups",
                            admin.listGroups(ListGroupsOptions.forConsumerGroups())
                                    .all())
                    .stream()
                    .map(group -> group.groupId())
                    .filter(group -> group.startsWith(ConnectTopics.SINK_GROUPS))
                    .forEach(group -> keep(admin, group));
        }
    }

    private void keep(Admin admin, String group) {
        Map<TopicPartition, Long> before = committed(admin, group);
        Topic<Told> topic = ToldTopics.of(group.substring(ConnectTopics.SINK_GROUPS.length()));
        if (before.isEmpty() || hasAny(topic, admin)) {
            return;
        }
        Map<String, Told> told = told(before);
        if (told.isEmpty()) {
            return;
        }
        if (!KafkaClients.topics(admin).contains(topic.name())) {
            NewTopic made = new NewTopic(topic.name(), 1, settings.layout().replicas())
                    .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
            KafkaCalls.await(
                    "make " + topic.name(), admin.createTopics(List.of(made)).all());
        }
        write(topic, told);
    }

    private static Map<TopicPartition, Long> committed(Admin admin, String group) {
        Map<TopicPartition, Long> before = new HashMap<>();
        Map<TopicPartition, @Nullable OffsetAndMetadata> committed = KafkaCalls.await(
                "tell how far " + group + " is",
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        committed.forEach((partition, at) -> {
            if (at != null && partition.topic().equals(Topics.ALERT_TRANSITIONS.name())) {
                before.put(partition, at.offset());
            }
        });
        return before;
    }

    private boolean hasAny(Topic<Told> topic, Admin admin) {
        if (!KafkaClients.topics(admin).contains(topic.name())) {
            return false;
        }
        Map<String, byte[]> found = new HashMap<>();
        try (TopicReader reader = new TopicReader(hub.client(), List.of(topic.name()))) {
            reader.readToEnd(each -> found.put(each.key(), each.value()));
        }
        return !found.isEmpty();
    }

    private Map<String, Told> told(Map<TopicPartition, Long> before) {
        Map<String, Told> told = new LinkedHashMap<>();
        AvroReader values = new AvroReader(hub.registry(), List.of(Topics.ALERT_TRANSITIONS.schema()));
        try (TopicReader reader = new TopicReader(hub.client(), List.of(Topics.ALERT_TRANSITIONS.name()))) {
            reader.readToEnd(each -> {
                TopicPartition partition = new TopicPartition(each.topic(), each.partition());
                if (each.offset() < Objects.requireNonNullElse(before.get(partition), 0L)) {
                    AlertTransition transition = (AlertTransition) values.read(each.value());
                    told.put(
                            ToldTopics.key(transition.getAlertId(), transition.getEpisode()),
                            new Told(transition.getStartsAt(), transition.getState(), transition.getAt(), false));
                }
            });
        }
        return told;
    }

    private void write(Topic<Told> topic, Map<String, Told> told) {
        AvroWriter values = new AvroWriter(hub.registry());
        try (Producer<String, byte[]> producer =
                KafkaClients.producer(hub.client(), Map.of("transactional.id", topic.name()))) {
            producer.initTransactions();
            producer.beginTransaction();
            told.forEach((key, value) -> producer.send(
                    new ProducerRecord<>(topic.name(), 0, key, values.write(ToldTopics.IMPORT.subject(), value))));
            producer.commitTransaction();
        }
    }
}

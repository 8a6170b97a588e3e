package io.rollouthub.runtime;

import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.KafkaClients;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;

/** Makes changes of topics. */
final class TopicAdmin {
    private final Admin admin;

    TopicAdmin(Admin admin) {
        this.admin = admin;
    }

    void create(List<Change.CreateTopic> topics) {
        KafkaCalls.await(
                "create topics",
                admin.createTopics(
                                topics.stream().map(Change.CreateTopic::topic).toList())
                        .all());
        List<String> created = topics.stream().map(Change::about).toList();
        KafkaCalls.awaitSeen("create topics", () -> KafkaClients.topics(admin).containsAll(created));
    }

    void delete(Collection<String> topics) {
        KafkaCalls.await("delete topics", admin.deleteTopics(topics).all());
        KafkaCalls.awaitSeen("delete topics", () -> Collections.disjoint(KafkaClients.topics(admin), topics));
    }

    void set(List<Change.SetTopic> settings) {
        Map<ConfigResource, Collection<AlterConfigOp>> byTopic = settings.stream()
                .collect(Collectors.groupingBy(
                        change -> new ConfigResource(ConfigResource.Type.TOPIC, change.about()),
                        Collectors.mapping(
                                change -> new AlterConfigOp(
                                        new ConfigEntry(change.setting(), change.to()), AlterConfigOp.OpType.SET),
                                Collectors.toCollection(ArrayList::new))));
        KafkaCalls.await(
                "change settings of topics",
                admin.incrementalAlterConfigs(byTopic).all());
    }

    void addPartitions(List<Change.AddPartitions> topics) {
        KafkaCalls.await(
                "add partitions",
                admin.createPartitions(topics.stream()
                                .collect(Collectors.toMap(
                                        Change.AddPartitions::about, change -> NewPartitions.increaseTo(change.to()))))
                        .all());
    }
}

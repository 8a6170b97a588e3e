package io.rollouthub.hub.live;

import io.rollouthub.hub.rights.Right;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreatePartitionsOptions;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * One who logs in to Kafka and tries what it has no right to, by the requests that do it.
 *
 * @param rights those of the table
 * @param tried is told each attempt, and whether it was refused
 */
record Attacker(String principal, Connection hub, List<Right> rights, Attempts tried) {
    private static final Duration SHORT = Duration.ofSeconds(5);

    /** What was tried, and what came of it. */
    interface Attempts {
        void add(String attempt, boolean isRefused);
    }

    /** Something asked of Kafka. */
    private interface Deed {
        void run() throws ExecutionException, InterruptedException;
    }

    /** Whether the table lets it; READ, WRITE, DELETE and ALTER include DESCRIBE. */
    static boolean may(List<Right> rights, ResourceType type, String name, AclOperation operation) {
        Set<AclOperation> implying = operation == AclOperation.DESCRIBE
                ? Set.of(operation, AclOperation.READ, AclOperation.WRITE, AclOperation.DELETE, AclOperation.ALTER)
                : Set.of(operation);
        return rights.stream()
                .filter(right -> right.on().resourceType() == type)
                .filter(right -> right.on().patternType() == PatternType.PREFIXED
                        ? name.startsWith(right.on().name())
                        : name.equals(right.on().name()))
                .anyMatch(right -> right.operations().stream().anyMatch(implying::contains));
    }

    void attackTopics(Collection<String> topics) {
        try (Admin admin = KafkaClients.admin(hub.client());
                Producer<String, byte[]> producer =
                        KafkaClients.producer(hub.client(), Map.of("max.block.ms", "5000"));
                Consumer<String, byte[]> consumer = KafkaClients.consumer(hub.client())) {
            for (String topic : topics) {
                attempt(AclOperation.DESCRIBE, topic, () -> admin.describeTopics(List.of(topic))
                        .allTopicNames()
                        .get());
                attempt(AclOperation.WRITE, topic, () -> producer.send(new ProducerRecord<>(topic, 0, "k", new byte[1]))
                        .get());
                attempt(AclOperation.READ, topic, () -> {
                    consumer.assign(List.of(new TopicPartition(topic, 0)));
                    consumer.seek(new TopicPartition(topic, 0), 0);
                    consumer.poll(SHORT);
                });
                attempt(AclOperation.DELETE, topic, () -> admin.deleteTopics(List.of(topic))
                        .all()
                        .get());
                attempt(AclOperation.ALTER, topic, () -> admin.createPartitions(
                                Map.of(topic, NewPartitions.increaseTo(99)),
                                new CreatePartitionsOptions().validateOnly(true))
                        .all()
                        .get());
                attempt(AclOperation.CREATE, topic, () -> admin.createTopics(
                                List.of(new NewTopic(topic, 1, (short) 1)),
                                new CreateTopicsOptions().validateOnly(true))
                        .all()
                        .get());
            }
        }
    }

    void attackGroups(Collection<String> groups, String topic) {
        Map<TopicPartition, OffsetAndMetadata> moved = Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0));
        try (Admin admin = KafkaClients.admin(hub.client())) {
            for (String group : groups) {
                attempt(
                        ResourceType.GROUP,
                        AclOperation.DESCRIBE,
                        group,
                        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
                attempt(
                        ResourceType.GROUP,
                        AclOperation.READ,
                        group,
                        admin.alterConsumerGroupOffsets(group, moved).all());
                if (!may(rights, ResourceType.GROUP, group, AclOperation.DELETE)) {
                    attempt(
                            ResourceType.GROUP,
                            AclOperation.DELETE,
                            group,
                            admin.deleteConsumerGroups(List.of(group)).all());
                }
            }
        }
    }

    void attackTransactions(Collection<String> ids) {
        for (String id : ids) {
            if (!may(rights, ResourceType.TRANSACTIONAL_ID, id, AclOperation.WRITE)) {
                try (Producer<String, byte[]> producer =
                        KafkaClients.producer(hub.client(), Map.of("transactional.id", id, "max.block.ms", "5000"))) {
                    tell("WRITE TRANSACTIONAL_ID " + id, producer::initTransactions);
                }
            }
        }
    }

    /** To Kafka itself nobody of the table has a right. */
    void attackCluster() {
        AclBinding own = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, Topics.JOURNAL.name(), PatternType.LITERAL),
                new AccessControlEntry(principal, "*", AclOperation.ALL, AclPermissionType.ALLOW));
        ClientQuotaAlteration unlimited = new ClientQuotaAlteration(
                new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, "acme")),
                List.of(new ClientQuotaAlteration.Op("producer_byte_rate", null)));
        UserScramCredentialAlteration removed =
                new UserScramCredentialDeletion("rollout-hub", ScramMechanism.SCRAM_SHA_512);
        try (Admin admin = KafkaClients.admin(hub.client())) {
            KafkaFuture<?> given = admin.createAcls(List.of(own)).all();
            tell("CREATE ACL", given::get);
            KafkaFuture<?> seen = admin.describeAcls(AclBindingFilter.ANY).values();
            tell("DESCRIBE ACL", seen::get);
            KafkaFuture<?> taken =
                    admin.deleteAcls(List.of(AclBindingFilter.ANY)).all();
            tell("DELETE ACL", taken::get);
            KafkaFuture<?> limits = admin.alterClientQuotas(List.of(unlimited)).all();
            tell("ALTER QUOTA", limits::get);
            KafkaFuture<?> users =
                    admin.alterUserScramCredentials(List.of(removed)).all();
            tell("DELETE USER", users::get);
            KafkaFuture<?> made = admin.createTopics(List.of(new NewTopic("others.topic", 1, (short) 1)))
                    .all();
            tell("CREATE TOPIC others.topic", made::get);
        }
    }

    private void attempt(AclOperation operation, String topic, Deed deed) {
        if (!may(rights, ResourceType.TOPIC, topic, operation)) {
            tell(operation + " TOPIC " + topic, deed);
        }
    }

    private void attempt(ResourceType type, AclOperation operation, String name, KafkaFuture<?> answer) {
        if (!may(rights, type, name, operation)) {
            tell(operation + " " + type + " " + name, answer::get);
        }
    }

    private void tell(String what, Deed deed) {
        tried.add(principal + " " + what, isRefused(deed));
    }

    private static boolean isRefused(Deed deed) {
        try {
            deed.run();
            return false;
        } catch (ExecutionException e) {
            return e.getCause() instanceof AuthorizationException;
        } catch (AuthorizationException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

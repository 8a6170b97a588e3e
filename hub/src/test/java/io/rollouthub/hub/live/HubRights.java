package io.rollouthub.hub.live;

import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.ToldTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The rights of the hub's own user, without which it does not run. */
final class HubRights {
    private HubRights() {}

    /** All of them. */
    static List<AclBinding> all() {
        List<AclBinding> rights = new ArrayList<>();
        Stream.of(Topics.FEEDS, Topics.OF_LEDGER, List.of(ToldTopics.IMPORT))
                .flatMap(List::stream)
                .map(Topic::name)
                .distinct()
                .forEach(topic -> Stream.of(AclOperation.READ, AclOperation.WRITE)
                        .map(operation -> of(topic, operation, AclPermissionType.ALLOW))
                        .forEach(rights::add));
        rights.add(prefixed(ResourceType.TOPIC, "rollout.", AclOperation.DESCRIBE_CONFIGS));
        rights.add(prefixed(ResourceType.TOPIC, SupplierTopics.in(""), AclOperation.READ));
        rights.add(prefixed(ResourceType.TOPIC, SupplierTopics.rejected(""), AclOperation.WRITE));
        rights.add(prefixed(ResourceType.TOPIC, SupplierTopics.verdicts("").name(), AclOperation.WRITE));
        for (AclOperation operation : List.of(AclOperation.CREATE, AclOperation.READ, AclOperation.WRITE)) {
            rights.add(prefixed(ResourceType.TOPIC, "rollout-ledger-", operation));
        }
        for (String group : List.of("rollout-gate", "rollout-ledger")) {
            rights.add(prefixed(ResourceType.GROUP, group, AclOperation.READ));
            rights.add(prefixed(ResourceType.TRANSACTIONAL_ID, group + "-", AclOperation.WRITE));
        }
        return rights;
    }

    /** One of a topic, given or denied. */
    static AclBinding of(String name, AclOperation operation, AclPermissionType type) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL),
                new AccessControlEntry("User:" + GuardedBroker.USER, "*", operation, type));
    }

    private static AclBinding prefixed(ResourceType type, String prefix, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, prefix, PatternType.PREFIXED),
                new AccessControlEntry("User:" + GuardedBroker.USER, "*", operation, AclPermissionType.ALLOW));
    }
}

package io.rollouthub.hub.rights;

import io.rollouthub.topic.Topic;
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

/**
 * What one who needs it may do with something on Kafka.
 *
 * @param on a name, or how names begin
 * @param operations READ and WRITE include DESCRIBE, as everywhere on Kafka
 * @param why what does not work without it
 */
public record Right(ResourcePattern on, List<AclOperation> operations, String why) {
    private static final String ANY_HOST = "*";

    static Right topic(Topic<?> topic, String why, AclOperation... operations) {
        return topic(topic.name(), why, operations);
    }

    static Right topic(String name, String why, AclOperation... operations) {
        return of(ResourceType.TOPIC, name, why, operations);
    }

    static Right topics(String prefix, String why, AclOperation... operations) {
        return prefixed(ResourceType.TOPIC, prefix, why, operations);
    }

    /** To read each of these, for one reason. */
    static List<Right> reading(List<Topic<?>> topics, String why) {
        List<Right> rights = new ArrayList<>();
        topics.forEach(topic -> rights.add(topic(topic, why, AclOperation.READ)));
        return rights;
    }

    static Right group(String name, String why, AclOperation... operations) {
        return of(ResourceType.GROUP, name, why, operations);
    }

    static Right transaction(String id, String why) {
        return of(ResourceType.TRANSACTIONAL_ID, id, why, AclOperation.WRITE);
    }

    static Right of(ResourceType type, String name, String why, AclOperation... operations) {
        return new Right(new ResourcePattern(type, name, PatternType.LITERAL), List.of(operations), why);
    }

    static Right prefixed(ResourceType type, String prefix, String why, AclOperation... operations) {
        return new Right(new ResourcePattern(type, prefix, PatternType.PREFIXED), List.of(operations), why);
    }

    /** As Kafka keeps it for one to whom it is given. */
    public Stream<AclBinding> bindings(String principal) {
        return operations.stream()
                .map(operation -> new AclBinding(
                        on, new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW)));
    }
}

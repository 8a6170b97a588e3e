package io.rollouthub.hub.live;

import io.rollouthub.access.Role;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Rights of the hub's own user that go beside those of the table. */
final class HubRights {
    private HubRights() {}

    /** One of a topic, given or denied. */
    static AclBinding of(String name, AclOperation operation, AclPermissionType type) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL),
                new AccessControlEntry(Role.GATE.usual().get(0), "*", operation, type));
    }
}

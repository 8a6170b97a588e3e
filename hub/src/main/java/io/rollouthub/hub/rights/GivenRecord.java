package io.rollouthub.hub.rights;

import io.rollouthub.journal.GivenRight;
import io.rollouthub.journal.GivenRights;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Rights as the hub keeps them, and as Kafka does. */
final class GivenRecord {
    private GivenRecord() {}

    static GivenRights of(Collection<AclBinding> rights, Collection<String> limited) {
        return new GivenRights(
                rights.stream()
                        .map(right -> new GivenRight(
                                right.entry().principal(),
                                right.pattern().resourceType().name(),
                                right.pattern().patternType().name(),
                                right.pattern().name(),
                                right.entry().operation().name()))
                        .toList(),
                List.copyOf(limited));
    }

    static List<AclBinding> rights(GivenRights kept) {
        return kept.getRights().stream()
                .map(right -> new AclBinding(
                        new ResourcePattern(
                                ResourceType.valueOf(right.getResource()),
                                right.getName(),
                                PatternType.valueOf(right.getPattern())),
                        new AccessControlEntry(
                                right.getPrincipal(),
                                "*",
                                AclOperation.valueOf(right.getOperation()),
                                AclPermissionType.ALLOW)))
                .toList();
    }
}

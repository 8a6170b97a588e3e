package io.rollouthub.hub.rights;

import io.rollouthub.access.Access;
import io.rollouthub.access.SupplierAccess;
import io.rollouthub.failure.RolloutException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Users, rights, quotas and topics of a programme as resources of Strimzi's operators, kafka.strimzi.io/v1beta2. */
public final class StrimziText {
    /** How Kubernetes lets a resource be called. */
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

    private static final String HEAD = """
            ---
            apiVersion: kafka.strimzi.io/v1beta2
            kind: %s
            metadata:
              name: %s
              labels:
                strimzi.io/cluster: CLUSTER
            spec:
            """;

    private StrimziText() {}

    /** All of them, for a cluster whose name is to be put in the place of CLUSTER. */
    public static String of(Access access, Collection<NewTopic> topics) {
        StringBuilder text = new StringBuilder("# Put the name of your Kafka resource in the place of CLUSTER.\n");
        topics.forEach(topic -> text.append(topic(topic)));
        Map<String, Grants.Quota> quotas =
                Grants.quotas(access).stream().collect(Collectors.toMap(Grants.Quota::principal, quota -> quota));
        Map<String, List<AclBinding>> users = new LinkedHashMap<>();
        Grants.rights(access)
                .forEach(right -> users.computeIfAbsent(right.entry().principal(), first -> new ArrayList<>())
                        .add(right));
        users.forEach((principal, rights) -> {
            text.append(user(principal, rights));
            Grants.Quota quota = quotas.get(principal);
            if (quota != null) {
                text.append("  quotas:\n    producerByteRate: ")
                        .append(quota.bytesPerSecond())
                        .append("\n    requestPercentage: ")
                        .append(quota.requestPercentage())
                        .append('\n');
            }
        });
        return text.toString();
    }

    private static String user(String principal, List<AclBinding> rights) {
        String name = principal.substring(SupplierAccess.USER.length());
        if (!NAME.matcher(name).matches()) {
            throw new RolloutException(
                    principal + " is no name that Kubernetes takes, so Strimzi cannot make that user.",
                    "Give it one of small letters, digits, - and . under access in the programme's file, or print"
                            + " kafka-acls.");
        }
        StringBuilder text = new StringBuilder(HEAD.formatted("KafkaUser", name))
                .append("  authentication:\n    type: scram-sha-512\n  authorization:\n    type: simple\n    acls:\n");
        Map<ResourcePattern, List<String>> operations = new LinkedHashMap<>();
        rights.forEach(right -> operations
                .computeIfAbsent(right.pattern(), first -> new ArrayList<>())
                .add(KafkaAclsText.camel(right.entry().operation().name())));
        operations.forEach((on, all) -> text.append("      - resource:\n")
                .append(resource(on))
                .append("        operations: [")
                .append(String.join(", ", all))
                .append("]\n"));
        return text.toString();
    }

    /** The cluster has no name. */
    private static String resource(ResourcePattern on) {
        String type = on.resourceType() == ResourceType.TRANSACTIONAL_ID
                ? "transactionalId"
                : on.resourceType().name().toLowerCase(Locale.ROOT);
        String pattern = on.patternType() == PatternType.PREFIXED ? "prefix" : "literal";
        return "          type: " + type + "\n"
                + (on.resourceType() == ResourceType.CLUSTER
                        ? ""
                        : "          name: \"" + on.name() + "\"\n          patternType: " + pattern + "\n");
    }

    private static String topic(NewTopic topic) {
        String name = topic.name().toLowerCase(Locale.ROOT);
        if (!name.equals(topic.name())) {
            name += "-" + Integer.toHexString(topic.name().hashCode());
        }
        StringBuilder text = new StringBuilder(HEAD.formatted("KafkaTopic", name))
                .append("  topicName: \"")
                .append(topic.name())
                .append("\"\n  partitions: ")
                .append(topic.numPartitions())
                .append('\n');
        if (topic.replicationFactor() > 0) {
            text.append("  replicas: ").append(topic.replicationFactor()).append('\n');
        }
        text.append("  config:\n");
        new TreeMap<>(topic.configs()).forEach((key, value) -> text.append("    ")
                .append(key)
                .append(": \"")
                .append(value)
                .append("\"\n"));
        return text.toString();
    }
}

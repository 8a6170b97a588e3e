package io.rollouthub.hub.rights;

import io.rollouthub.access.Access;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The rights of a programme as commands of Kafka's own programs, for a cluster where somebody else gives them. */
public final class KafkaAclsText {
    private KafkaAclsText() {}

    /** A shell's script; {@code BOOTSTRAP} and {@code ADMIN} say where Kafka is, and how its administrator logs in. */
    public static String of(Access access) {
        List<String> lines = new ArrayList<>(
                List.of(
                        "#!/bin/sh -e",
                        "# The rights of a programme. BOOTSTRAP: Kafka's address; ADMIN: a file with its administrator's login."));
        Map<String, List<String>> operations = new LinkedHashMap<>();
        for (AclBinding right : Grants.rights(access)) {
            operations
                    .computeIfAbsent(
                            "kafka-acls.sh --bootstrap-server \"$BOOTSTRAP\" --command-config \"$ADMIN\" --add --force"
                                    + " --allow-principal "
                                    + quoted(right.entry().principal())
                                    + " " + on(right.pattern()),
                            start -> new ArrayList<>())
                    .add(" --operation " + camel(right.entry().operation().name()));
        }
        operations.forEach((start, all) -> lines.add(start + String.join("", all)));
        for (Grants.Quota quota : Grants.quotas(access)) {
            lines.add("kafka-configs.sh --bootstrap-server \"$BOOTSTRAP\" --command-config \"$ADMIN\" --alter"
                    + " --entity-type users --entity-name "
                    + quoted(quota.user())
                    + " --add-config producer_byte_rate=" + quota.bytesPerSecond() + ",request_percentage="
                    + quota.requestPercentage());
        }
        return String.join("\n", lines) + "\n";
    }

    private static String on(ResourcePattern pattern) {
        if (pattern.resourceType() == ResourceType.CLUSTER) {
            return "--cluster";
        }
        String name =
                switch (pattern.resourceType()) {
                    case TOPIC -> " --topic ";
                    case GROUP -> " --group ";
                    case TRANSACTIONAL_ID -> " --transactional-id ";
                    default -> throw new IllegalArgumentException("no right of the table is on " + pattern);
                };
        String type = pattern.patternType() == PatternType.PREFIXED ? "prefixed" : "literal";
        return "--resource-pattern-type " + type + name + quoted(pattern.name());
    }

    /** An operation as Kafka's programs write it, such as {@code DescribeConfigs}. */
    static String camel(String operation) {
        StringBuilder camel = new StringBuilder();
        for (String word : operation.split("_", -1)) {
            camel.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return camel.toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

package io.rollouthub.hub.rights;

import io.rollouthub.access.Role;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** The table of rights for people. */
final class RightsDocument {
    private static final String HEAD = """
            # Who may do what on Kafka

            This page is written by `RightsDocumentTest` from `RightsTable`, of which `rollout admin apply --acls` makes \
            the access lists; [security.md](security.md) says how. READ and WRITE include DESCRIBE. `…*` are all names \
            that begin so.
            """;

    private RightsDocument() {}

    static String text() {
        StringBuilder text = new StringBuilder(HEAD);
        for (Role role : Role.values()) {
            text.append("\n## ").append(role.word()).append("\n\n").append(role.does());
            if (!role.usual().isEmpty()) {
                text.append(" Unless told: `")
                        .append(String.join("`, `", role.usual()))
                        .append("`.");
            }
            text.append("\n\n| on | may | because |\n|---|---|---|\n");
            rights(role).forEach(right -> text.append(row(right)));
        }
        return text.toString();
    }

    private static List<Right> rights(Role role) {
        return role == Role.SUPPLIER ? RightsTable.ofSupplier("<supplier>") : RightsTable.of(role);
    }

    private static String row(Right right) {
        String kind = right.on().resourceType() == ResourceType.TRANSACTIONAL_ID
                ? "transactional id"
                : right.on().resourceType().name().toLowerCase(Locale.ROOT);
        String name = right.on().name() + (right.on().patternType() == PatternType.PREFIXED ? "…*" : "");
        String may = right.operations().stream().map(AclOperation::name).collect(Collectors.joining(", "));
        return "| " + kind + " `" + name + "` | " + may + " | " + right.why() + " |\n";
    }
}

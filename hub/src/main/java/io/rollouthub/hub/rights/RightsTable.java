package io.rollouthub.hub.rights;

import io.rollouthub.access.Role;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;

/** Which rights each role has, and why: the one place where that is said. */
public final class RightsTable {
    private RightsTable() {}

    /** Those of one supplier. It gets no transactional id: a transaction left open would hold the clock. */
    public static List<Right> ofSupplier(String supplier) {
        return List.of(
                Right.topic(SupplierTopics.in(supplier), "it publishes its reports", AclOperation.WRITE),
                Right.topic(
                        Topics.PROGRAMME,
                        "its client checks a report before it is sent, as the gate will",
                        AclOperation.READ),
                Right.topic(
                        SupplierTopics.verdicts(supplier), "it is told what became of each record", AclOperation.READ),
                Right.topic(SupplierTopics.rejected(supplier), "it reads what was refused of it", AclOperation.READ));
    }

    /** Those of a role; of suppliers each has its own. */
    public static List<Right> of(Role role) {
        return switch (role) {
            case SUPPLIER -> throw new IllegalArgumentException("each supplier has rights of its own");
            case OFFICE -> PeoplesRights.office();
            case CONSUMER -> PeoplesRights.consumer();
            case OPERATOR -> PeoplesRights.operator();
            case HUB -> HubsRights.process();
            case GATE -> HubsRights.gate();
            case LEDGER -> HubsRights.ledger();
            case CONSOLE -> PeoplesRights.console();
            case CONNECT -> ConnectsRights.all();
        };
    }
}

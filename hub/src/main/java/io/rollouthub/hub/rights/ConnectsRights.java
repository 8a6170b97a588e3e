package io.rollouthub.hub.rights;

import io.rollouthub.topic.ConnectTopics;
import io.rollouthub.topic.HubGroups;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.ToldTopics;
import io.rollouthub.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** The rights of Kafka Connect's worker, whose connectors come as the same user. */
final class ConnectsRights {
    private ConnectsRights() {}

    static List<Right> all() {
        List<Right> rights = new ArrayList<>();
        for (String topic : List.of(ConnectTopics.CONFIGS, ConnectTopics.OFFSETS, ConnectTopics.STATUS)) {
            rights.add(Right.topic(
                    topic,
                    "workers keep there what they must remember; they make it",
                    AclOperation.CREATE,
                    AclOperation.READ,
                    AclOperation.WRITE,
                    AclOperation.DESCRIBE_CONFIGS));
        }
        rights.addAll(List.of(
                Right.group(ConnectTopics.GROUP, "workers share the work", AclOperation.READ),
                Right.prefixed(
                        ResourceType.GROUP,
                        ConnectTopics.SINK_GROUPS,
                        "a sink reads on where it was",
                        AclOperation.READ),
                Right.transaction(ConnectTopics.LEADER_TRANSACTION, "one worker alone hands out the work"),
                Right.prefixed(
                        ResourceType.TRANSACTIONAL_ID,
                        ConnectTopics.SOURCE_TRANSACTIONS,
                        "each row of a file is published once",
                        AclOperation.WRITE),
                Right.topics(SupplierTopics.in(""), "files are published for suppliers", AclOperation.WRITE),
                Right.topics(
                        ToldTopics.ALL,
                        "a connector keeps what its receiver has been told",
                        AclOperation.CREATE,
                        AclOperation.READ,
                        AclOperation.WRITE),
                Right.topics(
                        ConnectTopics.REFUSED,
                        "what a receiver refuses is kept",
                        AclOperation.CREATE,
                        AclOperation.WRITE),
                Right.topic(Topics.JOURNAL, "nothing is told before the ledger has applied it", AclOperation.DESCRIBE),
                Right.group(HubGroups.LEDGER, "it is seen how far the ledger is", AclOperation.DESCRIBE)));
        rights.addAll(Right.reading(Topics.OUTPUTS, "connectors carry the results"));
        return rights;
    }
}

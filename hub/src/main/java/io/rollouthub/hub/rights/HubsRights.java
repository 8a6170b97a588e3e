package io.rollouthub.hub.rights;

import io.rollouthub.topic.HubGroups;
import io.rollouthub.topic.OwnNames;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** The rights of what runs as the hub: the process, and its two applications. */
final class HubsRights {
    private static final String IN = SupplierTopics.in("");
    private static final String REJECTED = SupplierTopics.rejected("");
    private static final String VERDICTS = SupplierTopics.verdicts("");

    private HubsRights() {}

    static List<Right> process() {
        List<Right> rights = new ArrayList<>(List.of(
                Right.topics(
                        OwnNames.TOPICS,
                        "a topic that is missing, or set otherwise than promised, is found, and how far the gate is",
                        AclOperation.DESCRIBE,
                        AclOperation.DESCRIBE_CONFIGS),
                Right.topic(
                        Topics.CLOCK,
                        "time goes on where it was, and is the broker's",
                        AclOperation.READ,
                        AclOperation.WRITE),
                Right.topic(
                        Topics.PARKED,
                        "attempts at a record with which the process ended are counted",
                        AclOperation.READ,
                        AclOperation.WRITE),
                Right.topics(OwnNames.LEDGER_STORES, "state is held against its seals", AclOperation.READ),
                Right.group(HubGroups.GATE, "it is seen how far the gate is", AclOperation.DESCRIBE),
                Right.group(HubGroups.LEDGER, "it is seen how far the ledger is", AclOperation.DESCRIBE)));
        rights.addAll(Right.reading(List.of(Topics.PROGRAMME), "it knows which topics there have to be"));
        rights.addAll(Right.reading(
                List.of(Topics.JOURNAL, Topics.JOURNAL_SHAPE, Topics.PASSED_OVER),
                "it is seen that the journal is the one that it was, and what is left out"));
        rights.addAll(
                Right.reading(List.of(Topics.VERDICTS_TOLD), "no supplier is told the same thing twice after a reset"));
        rights.addAll(Right.reading(List.of(Topics.PROGRESS, Topics.TIMERS), "ticks are made when something is due"));
        rights.addAll(
                Right.reading(List.of(Topics.ALERTS, Topics.CLUSTER_STATUS), "metrics count alerts and what is late"));
        return rights;
    }

    static List<Right> gate() {
        return List.of(
                Right.topics(IN, "it judges the suppliers' records, those of new suppliers too", AclOperation.READ),
                Right.topic(Topics.CONTROL, "programmes come by it", AclOperation.READ),
                Right.topic(Topics.PROGRAMME, "it judges by the programme in force", AclOperation.READ),
                Right.topic(Topics.JOURNAL, "it writes what it accepts", AclOperation.WRITE),
                Right.topic(Topics.CLOCK, "it says up to when it has judged", AclOperation.WRITE),
                Right.topics(REJECTED, "it writes what it refuses", AclOperation.WRITE),
                Right.topics(VERDICTS, "it tells each supplier what it refuses", AclOperation.WRITE),
                Right.topic(Topics.PARKED, "it notes what it cannot pass on", AclOperation.WRITE),
                Right.group(HubGroups.GATE, "its instances share the work", AclOperation.READ),
                transactions(HubGroups.GATE));
    }

    static List<Right> ledger() {
        List<Right> rights = new ArrayList<>(List.of(
                Right.topic(Topics.JOURNAL, "it applies the journal", AclOperation.READ),
                Right.topics(VERDICTS, "it tells each supplier what became of its records", AclOperation.WRITE),
                Right.topics(REJECTED, "it writes what it refuses", AclOperation.WRITE),
                Right.topic(Topics.VERDICTS_TOLD, "it keeps what suppliers have been told", AclOperation.WRITE),
                Right.topic(Topics.PARKED, "it notes what it cannot pass on", AclOperation.WRITE),
                Right.topics(
                        OwnNames.LEDGER_STORES,
                        "Kafka Streams keeps its state in topics, which it makes",
                        AclOperation.CREATE,
                        AclOperation.READ,
                        AclOperation.WRITE),
                Right.group(HubGroups.LEDGER, "its instances share the work", AclOperation.READ),
                transactions(HubGroups.LEDGER)));
        Topics.OF_LEDGER.forEach(
                topic -> rights.add(Right.topic(topic, "it publishes what it works out", AclOperation.WRITE)));
        return rights;
    }

    private static Right transactions(String application) {
        return Right.prefixed(
                ResourceType.TRANSACTIONAL_ID,
                application + "-",
                "all that follows from a record is written or nothing",
                AclOperation.WRITE);
    }
}

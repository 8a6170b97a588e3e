package io.rollouthub.hub.rights;

import io.rollouthub.topic.HubGroups;
import io.rollouthub.topic.OwnNames;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.ToldTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourceType;

/** The rights of those who prepare the hub, look at it and mend it. */
final class PeoplesRights {
    /** Neither contract values nor whole plans. */
    private static final List<Topic<?>> FOR_CONSUMERS = List.of(
            Topics.ALERTS,
            Topics.ALERT_TRANSITIONS,
            Topics.MILESTONES,
            Topics.DELIVERY_RATES,
            Topics.CLUSTER_STATUS,
            Topics.SUPPLIER_STATUS,
            Topics.FORECASTS,
            Topics.SUPPLIER_RECORDS);

    private PeoplesRights() {}

    static List<Right> consumer() {
        List<Right> rights = new ArrayList<>();
        rights.addAll(Right.reading(List.of(Topics.PROGRAMME), "names are those of the programme"));
        rights.addAll(Right.reading(FOR_CONSUMERS, "alerts and aggregates are for whoever is to know them"));
        return rights;
    }

    static List<Right> office() {
        List<Right> rights = new ArrayList<>(List.of(
                Right.topics(
                        OwnNames.TOPICS,
                        "topics of a programme are made, compared and set right",
                        AclOperation.CREATE,
                        AclOperation.DESCRIBE,
                        AclOperation.ALTER,
                        AclOperation.ALTER_CONFIGS),
                Right.topic(
                        Topics.PROGRAMME, "a programme comes to be in force", AclOperation.READ, AclOperation.WRITE),
                Right.topic(Topics.CONTROL, "the gate gets it", AclOperation.WRITE),
                Right.topic(
                        Topics.JOURNAL_SHAPE, "it is kept what the journal was", AclOperation.READ, AclOperation.WRITE),
                Right.topic(Topics.AUDIT, "it is kept who did it", AclOperation.READ, AclOperation.WRITE),
                Right.group(HubGroups.GATE, "it is seen whether the hub runs", AclOperation.DESCRIBE),
                Right.transaction(OwnNames.PROGRAMME_TRANSACTION, "it is in force and in the journal, or neither")));
        rights.addAll(Right.reading(
                List.of(Topics.JOURNAL, Topics.PASSED_OVER),
                "whose commitments change hands is told, and the history"));
        return rights;
    }

    /** What whoever looks at all of the hub reads. */
    private static List<Right> looking() {
        List<Right> rights = new ArrayList<>(List.of(
                Right.topics(
                        OwnNames.TOPICS,
                        "what is missing or set otherwise than promised is told",
                        AclOperation.DESCRIBE,
                        AclOperation.DESCRIBE_CONFIGS),
                Right.topics(SupplierTopics.rejected(""), "what was refused is shown", AclOperation.READ),
                Right.group(HubGroups.GATE, "it is seen how far the gate is", AclOperation.DESCRIBE),
                Right.group(HubGroups.LEDGER, "it is seen how far the ledger is", AclOperation.DESCRIBE)));
        rights.addAll(Right.reading(Topics.OF_LEDGER, "results are shown, and how far they are"));
        rights.addAll(Right.reading(
                List.of(Topics.PROGRAMME, Topics.JOURNAL, Topics.JOURNAL_SHAPE, Topics.PASSED_OVER),
                "the journal is read: why something is so, and what was at a time"));
        rights.addAll(Right.reading(
                List.of(Topics.PARKED, Topics.CLOCK, Topics.VERDICTS_TOLD), "what waits or is not well is told"));
        return rights;
    }

    static List<Right> console() {
        return looking();
    }

    static List<Right> operator() {
        List<Right> rights = new ArrayList<>(looking());
        rights.addAll(List.of(
                Right.topics(
                        SupplierTopics.in(""),
                        "`rejected show` has the record as it was sent, `redrive` sends it again",
                        AclOperation.READ,
                        AclOperation.WRITE),
                Right.topics(
                        SupplierTopics.verdicts(""), "`redrive` tells what became of the record", AclOperation.READ),
                Right.topic(Topics.AUDIT, "it is kept who did what, and told", AclOperation.READ, AclOperation.WRITE),
                Right.topic(Topics.PASSED_OVER, "`admin pass-over` decides", AclOperation.WRITE),
                Right.topics(
                        OwnNames.LEDGER_STORES,
                        "`doctor` holds the ledger's state against its seals, `reset` takes it away",
                        AclOperation.READ,
                        AclOperation.DELETE),
                Right.topics(OwnNames.TOPICS, "`reset` makes empty topics for results", AclOperation.CREATE),
                Right.topics(ToldTopics.ALL, "`reset` keeps what was told", AclOperation.READ, AclOperation.WRITE),
                Right.topic(
                        Topics.JOURNAL,
                        "`journal import` fills it, and takes away one that was cut short",
                        AclOperation.WRITE,
                        AclOperation.DELETE),
                Right.topic(
                        Topics.JOURNAL_SHAPE,
                        "`journal import` says that it begins and ends",
                        AclOperation.WRITE,
                        AclOperation.DELETE),
                Right.topic(
                        Topics.VERDICTS_TOLD, "what is imported or worked out anew is not told", AclOperation.WRITE),
                Right.topic(Topics.PROGRAMME, "`journal import` brings the programme", AclOperation.WRITE),
                Right.topic(Topics.CONTROL, "`journal import` brings the programme", AclOperation.WRITE),
                Right.transaction(OwnNames.IMPORT_TRANSACTION, "all is imported or nothing"),
                Right.transaction(OwnNames.PROGRAMME_TRANSACTION, "the programme comes with it"),
                Right.of(
                        ResourceType.CLUSTER,
                        Resource.CLUSTER_NAME,
                        "`doctor` looks at the brokers' settings",
                        AclOperation.DESCRIBE_CONFIGS),
                Right.group(HubGroups.LEDGER, "`reset` has the ledger begin anew", AclOperation.DELETE)));
        Topics.OF_LEDGER.forEach(
                topic -> rights.add(Right.topic(topic, "`reset` takes results away", AclOperation.DELETE)));
        return rights;
    }
}

package io.rollouthub.runtime;

import io.rollouthub.runtime.HubSettings.Layout;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * What has to change so that existing topics, by name, become the wanted ones, and what differs for good; never what would
 * move a record.
 */
public record TopicChanges(
        List<NewTopic> wanted, Map<String, ExistingTopic> existing, List<Change> changes, List<Kept> kept) {
    /** A property that is not changed, as that would move records or is not wished, and the hub's setting that says otherwise, or "". */
    public record Kept(String topic, String property, String setting, String is, String wanted) {
        /** In one line for people. */
        public String line() {
            return property + " of topic " + topic + " stays " + is + " instead of " + wanted + ": " + why();
        }

        private String why() {
            return switch (property) {
                case "partitions" ->
                    "records of a cluster would go to another partition, before those that wait in the old one";
                case "replicas" -> "'kafka-reassign-partitions.sh' of Kafka changes it";
                default -> setting + " says that others set it";
            };
        }
    }

    /** Compares, in the order of what is wanted. */
    public TopicChanges(List<NewTopic> wanted, Map<String, ExistingTopic> existing) {
        this(wanted, existing, new ArrayList<>(), new ArrayList<>());
        for (NewTopic topic : wanted) {
            ExistingTopic there = existing.get(topic.name());
            if (there == null) {
                changes.add(new Change.CreateTopic(topic));
            } else {
                compare(topic, there);
            }
        }
    }

    /** The layout for topics that are yet to come: once there is a journal its partitions count, whatever settings say. */
    static Layout afterTheJournal(Layout wanted, Map<String, ExistingTopic> existing) {
        ExistingTopic journal = existing.get(Topics.JOURNAL.name());
        return journal == null
                ? wanted
                : new Layout(journal.partitions(), wanted.supplierPartitions(), wanted.replicas());
    }

    /** Says that the journal stays as it is. */
    void keepJournal(Layout wanted) {
        ExistingTopic journal = existing.get(Topics.JOURNAL.name());
        if (journal != null && journal.partitions() != wanted.partitions()) {
            keep(journal, "partitions", "partitions", journal.partitions(), wanted.partitions());
        }
    }

    /** What of the topics as they are lets a promise not be kept. */
    public List<BrokenPromise> broken(Set<TopicPromise> weaker) {
        return PromiseCheck.broken(wanted, existing, weaker);
    }

    /** Leaves to others what they set, which breaks promises that have been given up. */
    void leave(Set<TopicPromise> weaker) {
        for (BrokenPromise one : broken(weaker)) {
            if (one.accepted()) {
                changes.removeIf(change -> change instanceof Change.SetTopic set
                        && set.about().equals(one.topic())
                        && set.setting().equals(one.setting()));
                kept.add(new Kept(one.topic(), one.setting(), BrokenPromise.ACCEPTED_BY, one.is(), one.wanted()));
            }
        }
    }

    private void compare(NewTopic wanted, ExistingTopic there) {
        new TreeMap<>(wanted.configs()).forEach((setting, value) -> {
            String is = Objects.requireNonNullElse(there.settings().get(setting), "nothing");
            if (!is.equals(value)) {
                changes.add(new Change.SetTopic(there.name(), setting, is, value));
            }
        });
        comparePartitions(there, wanted.numPartitions());
        if (wanted.replicationFactor() > 0 && there.replicas() != wanted.replicationFactor()) {
            keep(there, "replicas", "replicas", there.replicas(), wanted.replicationFactor());
        }
    }

    private void comparePartitions(ExistingTopic there, int wanted) {
        boolean output = Topics.OF_LEDGER.stream().map(Topic::name).anyMatch(there.name()::equals);
        if (output && there.partitions() < wanted) {
            changes.add(new Change.AddPartitions(there.name(), there.partitions(), wanted));
        } else if (!output && there.partitions() != wanted && !SupplierTopics.isRejected(there.name())) {
            boolean supplier = SupplierTopics.ALL_IN.matcher(there.name()).matches();
            keep(there, "partitions", supplier ? "supplier.partitions" : "", there.partitions(), wanted);
        }
    }

    private void keep(ExistingTopic there, String property, String setting, int is, int wanted) {
        kept.add(new Kept(there.name(), property, setting, Integer.toString(is), Integer.toString(wanted)));
    }
}

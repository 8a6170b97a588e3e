package io.rollouthub.runtime;

import io.rollouthub.runtime.HubSettings.Layout;
import io.rollouthub.runtime.Preparation.Kept;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;

/** What has to change so that existing topics become the wanted ones; never what would move a record. */
public final class TopicChanges {
    private final List<NewTopic> wanted;
    private final Map<String, ExistingTopic> existing;
    private final List<Change> changes = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();

    /** Compares, in the order of what is wanted. */
    public TopicChanges(List<NewTopic> wanted, Map<String, ExistingTopic> existing) {
        this.wanted = wanted;
        this.existing = existing;
        for (NewTopic topic : wanted) {
            ExistingTopic there = existing.get(topic.name());
            if (there == null) {
                changes.add(new Change.CreateTopic(topic));
            } else {
                compare(topic, there);
            }
        }
    }

    /** The topics that there should be. */
    public List<NewTopic> wanted() {
        return wanted;
    }

    /** Those of them that there are, by name. */
    public Map<String, ExistingTopic> existing() {
        return existing;
    }

    /** What to do. */
    public List<Change> changes() {
        return changes;
    }

    /** What differs for good. */
    public List<Kept> kept() {
        return kept;
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
        boolean output = Topics.OUTPUTS.stream().map(Topic::name).anyMatch(there.name()::equals);
        if (output && there.partitions() < wanted) {
            changes.add(new Change.AddPartitions(there.name(), there.partitions(), wanted));
        } else if (!output && there.partitions() != wanted && !SupplierTopics.isRejected(there.name())) {
            boolean supplier = SupplierTopics.ALL_IN.matcher(there.name()).matches();
            keep(there, "partitions", supplier ? "supplier.partitions" : "", there.partitions(), wanted);
        }
    }

    private void keep(ExistingTopic there, String property, String setting, int is, int wanted) {
        kept.add(new Kept(there.name(), property, setting, is, wanted));
    }
}

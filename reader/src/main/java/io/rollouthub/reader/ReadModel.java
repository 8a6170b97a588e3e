package io.rollouthub.reader;

import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.Contract;
import io.rollouthub.output.DeliveryRate;
import io.rollouthub.output.Forecast;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.PlanRevision;
import io.rollouthub.output.SupplierRecord;
import io.rollouthub.output.SupplierStatus;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The hub's results as far as they are known: read from its topics, or worked out anew by a ledger. For one thread. */
public final class ReadModel {
    private static final Comparator<AlertTransition> STEP_ORDER =
            Comparator.comparing(AlertTransition::getAt).thenComparing(AlertTransition::getCluster);

    private final Map<Topic<?>, SortedMap<String, SpecificRecord>> latest = new HashMap<>();
    private final List<AlertTransition> transitions = new ArrayList<>();
    private final Map<RejectionHeaders, Rejected> rejected = new LinkedHashMap<>();

    /** Takes in the latest value of a key; null: the key has ceased to exist. */
    public void publish(Topic<?> topic, String key, @Nullable SpecificRecord value) {
        if (value instanceof AlertTransition transition) {
            transitions.add(transition);
            return;
        }
        SortedMap<String, SpecificRecord> values = latest.computeIfAbsent(topic, name -> new TreeMap<>());
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, topic.type().cast(value));
        }
    }

    /** Takes in a rejected record; what a reset ledger rejects once more counts once. */
    public void reject(Rejected one) {
        rejected.putIfAbsent(one.why(), one);
    }

    public SortedMap<String, MilestoneState> milestones() {
        return latest(Topics.MILESTONES);
    }

    public SortedMap<String, DeliveryRate> rates() {
        return latest(Topics.DELIVERY_RATES);
    }

    public SortedMap<String, ClusterStatus> clusters() {
        return latest(Topics.CLUSTER_STATUS);
    }

    public SortedMap<String, SupplierStatus> suppliers() {
        return latest(Topics.SUPPLIER_STATUS);
    }

    public SortedMap<String, Alert> alerts() {
        return latest(Topics.ALERTS);
    }

    public SortedMap<String, PlanRevision> revisions() {
        return latest(Topics.PLAN_REVISIONS);
    }

    public SortedMap<String, Contract> contracts() {
        return latest(Topics.CONTRACTS);
    }

    public SortedMap<String, Forecast> forecasts() {
        return latest(Topics.FORECASTS);
    }

    public SortedMap<String, SupplierRecord> supplierRecords() {
        return latest(Topics.SUPPLIER_RECORDS);
    }

    public List<Alert> openAlerts() {
        return alerts().values().stream()
                .filter(alert -> alert.getState() == AlertState.OPEN)
                .toList();
    }

    /** All transitions in order of their steps, clusters in step merged by name: the same whatever the partitions. */
    public List<AlertTransition> transitions() {
        return transitions.stream().sorted(STEP_ORDER).toList();
    }

    /** All that was rejected, as taken in: in order per supplier. */
    public List<Rejected> rejected() {
        return List.copyOf(rejected.values());
    }

    /** The latest of each key of a topic. A view, not a copy: keys begin with their cluster, so {@code subMap} finds a cluster's without a look at others'. */
    @SuppressWarnings("unchecked") // a topic's values are of its type: publish sees to that
    public <V extends SpecificRecord> SortedMap<String, V> latest(Topic<V> topic) {
        return (SortedMap<String, V>)
                Collections.unmodifiableSortedMap(latest.getOrDefault(topic, Collections.emptySortedMap()));
    }
}

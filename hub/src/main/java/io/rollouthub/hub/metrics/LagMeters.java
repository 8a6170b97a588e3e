package io.rollouthub.hub.metrics;

import io.rollouthub.hub.health.ClusterClocks;
import io.rollouthub.hub.health.Vitals;
import io.rollouthub.hub.health.Vitals.Seen;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubClock;
import io.rollouthub.reader.Stage;
import io.rollouthub.topic.SupplierTopics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far gate and ledger are behind what is there, and whether they, time and alerts get on. */
final class LagMeters implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LagMeters.class);
    private static final List<Metric> FAMILIES = List.of(
            Metric.JOURNAL_LAG,
            Metric.LEDGER_LAG,
            Metric.STANDSTILL,
            Metric.OVERDUE,
            Metric.CLOCK_LEAD,
            Metric.UNDELIVERED_AGE);

    private final Vitals vitals;
    private final Meters meters;

    LagMeters(Connection hub, Meters meters) {
        vitals = new Vitals(hub);
        this.meters = meters;
    }

    /**
     * Asks Kafka if a programme is known. What it does not tell is not shown: an old figure would be taken for a new one.
     *
     * @return what it tells; null: nothing
     */
    @Nullable
    Seen look(HubMeters hub) {
        Programme inForce = hub.programme();
        Seen seen = inForce == null ? null : look(hub.clocks(), hub.clock());
        if (inForce == null || seen == null) {
            FAMILIES.forEach(metric -> meters.set(metric, Map.of()));
            return null;
        }
        meters.set(Metric.JOURNAL_LAG, bySupplier(seen.left(Stage.GATE), inForce));
        meters.set(Metric.LEDGER_LAG, byPartition(seen.left(Stage.LEDGER)));
        meters.set(
                Metric.STANDSTILL,
                Stream.of(Stage.values())
                        .collect(Collectors.toMap(
                                stage -> List.of(stage.title()), stage -> seconds(seen.still(stage)))));
        meters.set(Metric.OVERDUE, Map.of(List.of(), seconds(seen.late())));
        meters.set(Metric.CLOCK_LEAD, Map.of(List.of(), seconds(seen.ahead())));
        meters.set(
                Metric.UNDELIVERED_AGE,
                seen.undelivered().entrySet().stream()
                        .collect(Collectors.toMap(one -> List.of(one.getKey()), one -> seconds(one.getValue()))));
        return seen;
    }

    private @Nullable Seen look(ClusterClocks clocks, @Nullable HubClock clock) {
        try {
            return vitals.look(clocks, clock);
        } catch (RuntimeException e) {
            LOG.debug("Kafka does not tell how far the hub is", e);
            return null;
        }
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1e3;
    }

    /** Suppliers that are none of the programme's together; the control topic is nobody's. */
    private static Map<List<String>, Double> bySupplier(Map<TopicPartition, Long> lag, Programme programme) {
        Set<String> suppliers =
                programme.getSuppliers().stream().map(Supplier::getSupplier).collect(Collectors.toSet());
        Map<List<String>, Double> sums = new HashMap<>();
        lag.forEach((partition, records) -> {
            if (SupplierTopics.ALL_IN.matcher(partition.topic()).matches()) {
                String supplier = SupplierTopics.supplierOf(partition.topic());
                String label = suppliers.contains(supplier) ? supplier : InstanceMeters.UNKNOWN;
                sums.merge(List.of(label), records.doubleValue(), Double::sum);
            }
        });
        return sums;
    }

    private static Map<List<String>, Double> byPartition(Map<TopicPartition, Long> lag) {
        Map<List<String>, Double> figures = new HashMap<>();
        lag.forEach((journal, records) ->
                figures.put(List.of(Integer.toString(journal.partition())), records.doubleValue()));
        return figures;
    }

    @Override
    public void close() {
        vitals.close();
    }
}

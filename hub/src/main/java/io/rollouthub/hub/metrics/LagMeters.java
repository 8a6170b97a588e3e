package io.rollouthub.hub.metrics;

import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Lag;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.Stage;
import io.rollouthub.topic.SupplierTopics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far gate and ledger are behind what is there. */
final class LagMeters implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LagMeters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admin admin;
    private final Lag lag;
    private final Meters meters;

    LagMeters(Connection hub, Meters meters) {
        admin = KafkaClients.admin(hub.client(), PATIENCE);
        lag = new Lag(admin, hub.client(), hub.registry());
        this.meters = meters;
    }

    /** Asks Kafka if a programme is known. What it does not tell is not shown: an old figure would be taken for a new one. */
    void look(@Nullable Programme inForce) {
        try {
            if (inForce != null) {
                Set<String> topics = KafkaClients.topics(admin);
                Map<List<String>, Double> ofLedger = byPartition(lag(Stage.LEDGER, topics));
                meters.set(Metric.JOURNAL_LAG, bySupplier(lag(Stage.GATE, topics), inForce));
                meters.set(Metric.LEDGER_LAG, ofLedger);
                return;
            }
        } catch (RuntimeException e) {
            LOG.debug("Kafka does not tell how far the hub is", e);
        }
        meters.set(Metric.JOURNAL_LAG, Map.of());
        meters.set(Metric.LEDGER_LAG, Map.of());
    }

    private Map<TopicPartition, Long> lag(Stage stage, Set<String> topics) {
        return lag.of(stage, Positions.ends(admin, Positions.partitions(admin, stage.inputs(topics))));
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
        lag.close();
        admin.close(Duration.ofSeconds(1));
    }
}

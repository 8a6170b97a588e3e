package io.rollouthub.hub.metrics;

import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.Positions;
import io.rollouthub.reader.Stage;
import io.rollouthub.topic.SupplierTopics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * How far gate and ledger are behind what is there, by committed offsets.
 *
 * @param journal by supplier, those that are none of the programme's together; the control topic is nobody's
 * @param ledger by partition of the journal
 */
record Lag(Map<List<String>, Double> journal, Map<List<String>, Double> ledger) {

    /** Asks Kafka. */
    static Lag read(Admin admin, Programme programme) {
        Set<String> suppliers =
                programme.getSuppliers().stream().map(Supplier::getSupplier).collect(Collectors.toSet());
        Set<String> topics = KafkaClients.topics(admin);
        Map<List<String>, Double> journal = new HashMap<>();
        lag(admin, Stage.GATE, topics).forEach((partition, lag) -> {
            if (SupplierTopics.ALL_IN.matcher(partition.topic()).matches()) {
                String supplier = SupplierTopics.supplierOf(partition.topic());
                String label = suppliers.contains(supplier) ? supplier : InstanceMeters.UNKNOWN;
                journal.merge(List.of(label), lag.doubleValue(), Double::sum);
            }
        });
        Map<List<String>, Double> ledger = new HashMap<>();
        lag(admin, Stage.LEDGER, topics)
                .forEach((partition, lag) ->
                        ledger.put(List.of(Integer.toString(partition.partition())), lag.doubleValue()));
        return new Lag(journal, ledger);
    }

    private static Map<TopicPartition, Long> lag(Admin admin, Stage stage, Set<String> topics) {
        return stage.lag(admin, Positions.ends(admin, Positions.partitions(admin, stage.inputs(topics))));
    }
}

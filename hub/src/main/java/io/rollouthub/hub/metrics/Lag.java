package io.rollouthub.hub.metrics;

import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.reader.Groups;
import io.rollouthub.reader.KafkaCalls;
import io.rollouthub.reader.TopicEnds;
import io.rollouthub.topic.Applications;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.util.Collection;
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
 * @param journal by supplier, those that are none of the programme's together
 * @param ledger by partition of the journal
 */
record Lag(Map<List<String>, Double> journal, Map<List<String>, Double> ledger) {

    /** Asks Kafka. */
    static Lag read(Admin admin, Programme programme) {
        Set<String> suppliers =
                programme.getSuppliers().stream().map(Supplier::getSupplier).collect(Collectors.toSet());
        Map<List<String>, Double> journal = new HashMap<>();
        lag(admin, Applications.GATE, supplierTopics(admin))
                .forEach((partition, lag) -> journal.merge(
                        List.of(labelOf(SupplierTopics.supplierOf(partition.topic()), suppliers)),
                        lag.doubleValue(),
                        Double::sum));
        Map<List<String>, Double> ledger = new HashMap<>();
        lag(admin, Applications.LEDGER, List.of(Topics.JOURNAL.name()))
                .forEach((partition, lag) ->
                        ledger.put(List.of(Integer.toString(partition.partition())), lag.doubleValue()));
        return new Lag(journal, ledger);
    }

    private static Map<TopicPartition, Long> lag(Admin admin, String group, Collection<String> topics) {
        return Groups.lag(admin, group, TopicEnds.of(admin, topics));
    }

    private static String labelOf(String supplier, Set<String> suppliers) {
        return suppliers.contains(supplier) ? supplier : InstanceMeters.UNKNOWN;
    }

    private static List<String> supplierTopics(Admin admin) {
        return KafkaCalls.await("list topics", admin.listTopics().names()).stream()
                .filter(SupplierTopics.ALL_IN.asMatchPredicate())
                .toList();
    }
}

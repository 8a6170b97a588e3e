package io.rollouthub.hub.doctor;

import io.rollouthub.reader.KafkaCallException;
import io.rollouthub.reader.KafkaCalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Transactions that are open in partitions though their coordinator has finished with them, or does not know them: nobody
 * will end them, and whoever reads what is committed waits for ever where they began.
 */
record HangingTransactions(Admin admin) {
    /**
     * So long it is watched where Kafka does not say whose it is: somebody who may not know of it gets the same answer. The
     * hub's own transactions end within ten seconds.
     */
    private static final Duration WATCHED = Duration.ofSeconds(12);

    /**
     * One of them.
     *
     * @param transactionalId whose it is; null if Kafka does not know that any more
     * @param open where, each with the state of its producer there; never empty
     */
    record Hanging(long producerId, @Nullable String transactionalId, Map<TopicPartition, ProducerState> open) {}

    /**
     * Those in some partitions, in order of their producer ids. One that ends while it is looked at is not among them: a
     * coordinator that has finished with a transaction has ended it in each of its partitions before.
     */
    List<Hanging> find(Collection<TopicPartition> partitions) {
        Map<Long, Map<TopicPartition, ProducerState>> suspects = open(partitions);
        Map<Long, String> names = suspects.isEmpty() ? Map.of() : names(suspects.keySet());
        suspects.forEach((producer, open) -> {
            String name = names.get(producer);
            if (name != null) {
                open.keySet().removeAll(underWay(name));
            }
        });
        suspects.values().removeIf(Map::isEmpty);
        if (!names.keySet().containsAll(suspects.keySet())) {
            KafkaCalls.waitUntil(System.nanoTime() + WATCHED.toNanos());
        }
        Set<TopicPartition> places = new HashSet<>();
        suspects.values().forEach(open -> places.addAll(open.keySet()));
        Map<Long, Map<TopicPartition, ProducerState>> now = open(places);
        List<Hanging> hanging = new ArrayList<>();
        now.keySet().retainAll(suspects.keySet());
        now.forEach((producer, open) -> {
            Map<TopicPartition, ProducerState> before = suspects.getOrDefault(producer, Map.of());
            open.entrySet().removeIf(at -> isAnother(before.get(at.getKey()), at.getValue()));
            if (!open.isEmpty()) {
                hanging.add(new Hanging(producer, names.get(producer), open));
            }
        });
        return hanging;
    }

    /** Ends it where it is open; what it wrote there is dropped. */
    void abort(Hanging hanging) {
        hanging.open()
                .forEach((partition, state) -> KafkaCalls.await(
                        "abort a transaction in " + partition,
                        admin.abortTransaction(new AbortTransactionSpec(
                                        partition,
                                        state.producerId(),
                                        (short) state.producerEpoch(),
                                        state.coordinatorEpoch().orElse(-1)))
                                .all()));
    }

    private static boolean isAnother(@Nullable ProducerState before, ProducerState now) {
        return before == null || !before.currentTransactionStartOffset().equals(now.currentTransactionStartOffset());
    }

    /** What is open in partitions, by producer. */
    private Map<Long, Map<TopicPartition, ProducerState>> open(Collection<TopicPartition> partitions) {
        Map<Long, Map<TopicPartition, ProducerState>> open = new TreeMap<>();
        if (!partitions.isEmpty()) {
            KafkaCalls.await(
                            "tell who writes to its topics",
                            admin.describeProducers(partitions).all())
                    .forEach((partition, producers) -> producers.activeProducers().stream()
                            .filter(state ->
                                    state.currentTransactionStartOffset().isPresent())
                            .forEach(state -> open.computeIfAbsent(
                                            state.producerId(),
                                            any -> new TreeMap<>(Comparator.comparing(TopicPartition::toString)))
                                    .put(partition, state)));
        }
        return open;
    }

    /** The transactional ids that Kafka knows of producers. */
    private Map<Long, String> names(Set<Long> producers) {
        return KafkaCalls.await(
                        "list transactions",
                        admin.listTransactions(new ListTransactionsOptions().filterProducerIds(producers))
                                .all())
                .stream()
                .collect(Collectors.toMap(
                        TransactionListing::producerId, TransactionListing::transactionalId, (one, other) -> one));
    }

    /** Where the coordinator has a transaction of this id under way. */
    private Set<TopicPartition> underWay(String transactionalId) {
        try {
            return KafkaCalls.await(
                            "describe transaction " + transactionalId,
                            admin.describeTransactions(List.of(transactionalId)).description(transactionalId))
                    .topicPartitions();
        } catch (KafkaCallException e) {
            if (e.getCause() instanceof TransactionalIdNotFoundException) {
                return Set.of();
            }
            throw e;
        }
    }
}

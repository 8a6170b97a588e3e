package io.rollouthub.hub.doctor;

import io.rollouthub.reader.KafkaCallException;
import io.rollouthub.reader.KafkaCalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
        Map<Long, Map<TopicPartition, ProducerState>> before = open(partitions);
        if (before.isEmpty()) {
            return List.of();
        }
        Map<Long, String> names = names(before.keySet());
        Set<TopicPartition> suspects = new HashSet<>();
        Map<Long, Set<TopicPartition>> underWay = underWay(names);
        before.forEach((producer, open) -> open.keySet().stream()
                .filter(partition -> !underWay.getOrDefault(producer, Set.of()).contains(partition))
                .forEach(suspects::add));
        if (!suspects.isEmpty() && !names.keySet().containsAll(before.keySet())) {
            KafkaCalls.waitUntil(System.nanoTime() + WATCHED.toNanos());
        }
        List<Hanging> hanging = new ArrayList<>();
        open(suspects).forEach((producer, now) -> {
            Map<TopicPartition, ProducerState> then = before.getOrDefault(producer, Map.of());
            now.entrySet()
                    .removeIf(open -> isAnother(then.get(open.getKey()), open.getValue())
                            || underWay.getOrDefault(producer, Set.of()).contains(open.getKey()));
            if (!now.isEmpty()) {
                hanging.add(new Hanging(producer, names.get(producer), now));
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

    /** Where the coordinators have transactions of these producers under way. */
    private Map<Long, Set<TopicPartition>> underWay(Map<Long, String> names) {
        Map<Long, Set<TopicPartition>> underWay = new HashMap<>();
        names.forEach((producer, name) -> underWay.put(producer, partitions(name)));
        return underWay;
    }

    private Set<TopicPartition> partitions(String transactionalId) {
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

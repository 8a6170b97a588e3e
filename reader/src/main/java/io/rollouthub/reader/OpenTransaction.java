package io.rollouthub.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.TopicPartition;

/**
 * A transaction that is open in a partition: nobody who reads what is committed is handed what comes from its first record on.
 *
 * @param from the offset of that
 * @param since when its producer wrote last, by the record's timestamp
 */
public record OpenTransaction(TopicPartition partition, long producerId, long from, Instant since) {

    /** How it ends, a sentence. */
    public static final String ENDS = "Have whoever writes there end it, or its program; Kafka gives it up after the"
            + " program's transaction.timeout.ms, which the brokers' transaction.max.timeout.ms bounds.";

    /** Those in partitions, for one who may wait. */
    public static List<OpenTransaction> in(Admin admin, Collection<TopicPartition> partitions) {
        return partitions.isEmpty()
                ? List.of()
                : of(KafkaCalls.await(
                        "tell who writes to its topics",
                        admin.describeProducers(partitions).all()));
    }

    /** The same for one who must not wait. */
    public static CompletionStage<List<OpenTransaction>> soon(Admin admin, Collection<TopicPartition> partitions) {
        return admin.describeProducers(partitions).all().toCompletionStage().thenApply(OpenTransaction::of);
    }

    private static List<OpenTransaction> of(Map<TopicPartition, PartitionProducerState> states) {
        return states.entrySet().stream()
                .flatMap(partition -> partition.getValue().activeProducers().stream()
                        .filter(state -> state.currentTransactionStartOffset().isPresent())
                        .map(state -> of(partition.getKey(), state)))
                .sorted(Comparator.comparing(OpenTransaction::since))
                .toList();
    }

    private static OpenTransaction of(TopicPartition partition, ProducerState state) {
        return new OpenTransaction(
                partition,
                state.producerId(),
                state.currentTransactionStartOffset().orElseThrow(),
                Instant.ofEpochMilli(state.lastTimestamp()));
    }

    /** For how long nothing has come of it. */
    public Duration age() {
        return Duration.between(since, Instant.now());
    }

    /** For people: whose it is, and where. */
    public String line() {
        return "producer " + producerId + " has a transaction open in " + partition + " from offset " + from;
    }
}

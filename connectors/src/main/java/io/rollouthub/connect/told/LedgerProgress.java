package io.rollouthub.connect.told;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.topic.HubGroups;
import io.rollouthub.topic.Prefix;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * How far the ledger is with the journal, by what it has committed, as it commits in one transaction with what it
 * publishes; figures may follow, but nothing of alerts. Where there is no journal, as beside a copy of the hub's topics, there is nothing to wait for.
 */
public final class LedgerProgress implements HubProgress {
    private final Prefix hub;
    private final Admin admin;
    private final KafkaConsumer<String, byte[]> consumer;
    private @Nullable Map<TopicPartition, Long> journal;

    /** Of the hub on this Kafka. */
    public LedgerProgress(HubClients hub) {
        this.hub = hub.hub();
        admin = hub.admin();
        consumer = hub.consumer();
    }

    @Override
    public void begin() {
        journal = null;
        journal = offsets(
                consumer.partitionsFor(Topics.JOURNAL.of(hub).name()).stream()
                        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                        .collect(Collectors.toSet()),
                OffsetSpec.latest(),
                IsolationLevel.READ_COMMITTED);
    }

    @Override
    public Map<TopicPartition, Long> committed(String group, Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> committed = new HashMap<>();
        Map<TopicPartition, @Nullable OffsetAndMetadata> all = await(
                "tell how far group " + group + " is",
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        all.forEach((partition, at) -> {
            if (at != null && partitions.contains(partition)) {
                committed.put(partition, at.offset());
            }
        });
        return committed;
    }

    private Map<TopicPartition, Long> offsets(
            Set<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        await(
                        "tell where topics begin and end",
                        admin.listOffsets(
                                        partitions.stream().collect(Collectors.toMap(each -> each, each -> spec)),
                                        new ListOffsetsOptions(isolation))
                                .all())
                .forEach((partition, at) -> offsets.put(partition, at.offset()));
        return offsets;
    }

    private static <T> T await(String what, KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "Kafka does not " + what + ": " + RolloutException.rootOf(e).getMessage(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public @Nullable Map<TopicPartition, Long> lastOffsets(Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> toApply = journal;
        if (!isAll(partitions)) {
            return null; // An earlier task is about to leave the rest.
        }
        if (toApply == null) {
            begin();
            return null;
        }
        Map<TopicPartition, Long> applied = committed(HubGroups.ledger(hub), toApply.keySet());
        if (toApply.entrySet().stream().anyMatch(end -> applied.getOrDefault(end.getKey(), 0L) < end.getValue())) {
            return null;
        }
        Map<TopicPartition, Long> begins = offsets(partitions, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
        Map<TopicPartition, Long> last = new HashMap<>();
        // What was committed with those offsets is there, though it may take a moment until it counts as committed.
        offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED)
                .forEach((partition, end) ->
                        last.put(partition, last(partition, begins.getOrDefault(partition, 0L), end)));
        return last;
    }

    private boolean isAll(Set<TopicPartition> partitions) {
        return partitions.stream()
                .map(TopicPartition::topic)
                .distinct()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .allMatch(each -> partitions.contains(new TopicPartition(each.topic(), each.partition())));
    }

    /** Behind the last record there may be marks of transactions, which nobody is handed. */
    private long last(TopicPartition partition, long begin, long end) {
        AtomicLong last = new AtomicLong(-1);
        long from = end;
        for (long back = 1; last.get() < 0 && from > begin; back *= 2) {
            from = Math.max(begin, end - back);
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            ReadOn.to(Map.of(partition, end), consumer, each -> {
                if (each.offset() < end) {
                    last.set(each.offset());
                }
            });
        }
        return last.get();
    }

    @Override
    public void close() {
        consumer.close();
        admin.close(Duration.ZERO);
    }
}

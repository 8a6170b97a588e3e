package io.rollouthub.connect.told;

import io.rollouthub.topic.HubGroups;
import io.rollouthub.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How far the ledger is with the journal, by what it has committed, as it commits in one transaction with what it
 * publishes. Where there is no journal, as beside a copy of the hub's topics, there is nothing to wait for.
 */
public final class LedgerProgress implements Progress {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Admin admin;
    private final KafkaConsumer<String, byte[]> consumer;
    private @Nullable Map<TopicPartition, Long> journal;

    /** Of the hub on this Kafka. */
    public LedgerProgress(HubAccess hub) {
        admin = hub.admin();
        consumer = hub.consumer();
    }

    @Override
    public void begin() {
        journal = null;
        journal = consumer.endOffsets(consumer.partitionsFor(Topics.JOURNAL.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
    }

    @Override
    public Map<TopicPartition, Long> committed(String group, Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> committed = new HashMap<>();
        try {
            Map<TopicPartition, @Nullable OffsetAndMetadata> all = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            all.forEach((partition, at) -> {
                if (at != null && partitions.contains(partition)) {
                    committed.put(partition, at.offset());
                }
            });
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw new KafkaException(
                        "Kafka does not tell how far group " + group + " is: "
                                + e.getCause().getMessage(),
                        e);
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
        return committed;
    }

    @Override
    public @Nullable Map<TopicPartition, Long> lastOffsets(Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> toApply = journal;
        if (toApply == null) {
            begin();
            return null;
        }
        Map<TopicPartition, Long> applied = committed(HubGroups.LEDGER, toApply.keySet());
        if (toApply.entrySet().stream().anyMatch(end -> applied.getOrDefault(end.getKey(), 0L) < end.getValue())) {
            return null;
        }
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> last = new HashMap<>();
        consumer.endOffsets(partitions)
                .forEach((partition, end) -> last.put(partition, last(partition, begins.get(partition), end)));
        return last;
    }

    /** Behind the last record there may be marks of transactions, which nobody is handed. */
    private long last(TopicPartition partition, long begin, long end) {
        Instant deadline = Instant.now().plus(PATIENCE);
        long last = -1;
        long from = end;
        for (long back = 1; last < 0 && from > begin; back *= 2) {
            from = Math.max(begin, end - back);
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            while (consumer.position(partition) < end) {
                if (Instant.now().isAfter(deadline)) {
                    throw new TimeoutException(
                            "the end of " + partition + " cannot be read within " + PATIENCE.toSeconds() + " s");
                }
                for (ConsumerRecord<String, byte[]> each : consumer.poll(POLL)) {
                    last = each.offset() < end ? each.offset() : last;
                }
            }
        }
        return last;
    }

    @Override
    public void close() {
        consumer.close();
        admin.close(Duration.ZERO);
    }
}

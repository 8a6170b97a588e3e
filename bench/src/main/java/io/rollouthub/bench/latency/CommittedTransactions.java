package io.rollouthub.bench.latency;

import io.rollouthub.bench.ground.Turn;
import io.rollouthub.reader.Stage;
import io.rollouthub.reader.TopicReader;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.coordinator.transaction.TransactionState;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogValue;

/** How many transactions gate and ledger have committed, by the broker's own log of transactions. */
record CommittedTransactions(Map<Stage, Long> counts) {
    static CommittedTransactions of(Turn turn) {
        Map<Stage, Long> counts = new EnumMap<>(Stage.class);
        try (TopicReader reader =
                new TopicReader(turn.ground().client(), List.of(Topic.TRANSACTION_STATE_TOPIC_NAME))) {
            reader.readToEnd(record -> {
                for (Stage stage : Stage.values()) {
                    // The key is a version and the id of the transactions of one thread of the stage.
                    if (record.key().contains(stage.group()) && isCommitted(record)) {
                        counts.merge(stage, 1L, Long::sum);
                    }
                }
            });
        }
        return new CommittedTransactions(counts);
    }

    private static boolean isCommitted(ConsumerRecord<String, byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            return false;
        }
        ByteBuffer buffer = ByteBuffer.wrap(value);
        short version = buffer.getShort();
        return new TransactionLogValue(new ByteBufferAccessor(buffer), version).transactionStatus()
                == TransactionState.COMPLETE_COMMIT.id();
    }

    long since(CommittedTransactions earlier, Stage stage) {
        return counts.getOrDefault(stage, 0L) - earlier.counts.getOrDefault(stage, 0L);
    }
}

package io.rollouthub.topology;

import io.rollouthub.check.Reason;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/**
 * Is told what gate and ledger do, as they do it: before it is committed, so what a failed transaction has undone is told
 * once more when it is done again; and how their state is read back from Kafka. Stream threads call it; it must not hold
 * them up, and not throw.
 */
public interface FlowListener extends StateRestoreListener {
    /** Listens to nothing. */
    FlowListener NONE = new FlowListener() {};

    /** The gate has let a report pass to the journal. */
    default void accepted(String supplier) {}

    /** Gate or ledger has refused a supplier's record; with {@link Reason#UNKNOWN_SUPPLIER} that may be any word. */
    default void refused(String supplier, Reason reason) {}

    /** The ledger has published what follows from a report; readers see it with the next commit. */
    default void published(Instant acceptedAt) {}

    /** How long the tick that is due has been held by now; nothing if none is, or another instance ticks from now on. */
    default void held(Duration hold) {}

    /** The clock moves on; forced: that was held as long as may be, and the gate had older reports to judge. */
    default void ticked(boolean forced) {}

    /** A record of the journal, or of the control topic, is no entry or is left out by an operator's decision. */
    default void passedOver(String topic) {}

    /** Kafka has taken a part of the instance for dead; it begins again where it had committed. */
    default void fenced() {}

    /** So many ticks go to the journal. */
    default void ticksWritten(int ticks) {}

    @Override
    default void onRestoreStart(TopicPartition changelog, String store, long from, long end) {}

    @Override
    default void onBatchRestored(TopicPartition changelog, String store, long batchEnd, long records) {}

    @Override
    default void onRestoreEnd(TopicPartition changelog, String store, long records) {}
}

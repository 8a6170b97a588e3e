package io.rollouthub.runtime;

import io.rollouthub.topology.FlowListener;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Is told what an instance of the streams application does, and how its state is read back from Kafka. */
public interface InstanceListener extends FlowListener, StateRestoreListener {
    /** Listens to nothing. */
    InstanceListener NONE = new InstanceListener() {};

    @Override
    default void onRestoreStart(TopicPartition changelog, String store, long from, long end) {}

    @Override
    default void onBatchRestored(TopicPartition changelog, String store, long batchEnd, long records) {}

    @Override
    default void onRestoreEnd(TopicPartition changelog, String store, long records) {}
}

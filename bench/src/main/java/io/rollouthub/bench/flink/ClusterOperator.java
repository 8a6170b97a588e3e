package io.rollouthub.bench.flink;

import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Runs {@link ClusterFunction}, and has it publish before each checkpoint, so that figures are gathered from one to the next. */
final class ClusterOperator extends KeyedProcessOperator<String, Arrived, PeerRow> {
    private static final long serialVersionUID = 1;

    private final ClusterFunction function;

    ClusterOperator(ClusterFunction function) {
        super(function);
        this.function = function;
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        super.prepareSnapshotPreBarrier(checkpointId);
        function.publish(this::setCurrentKey, row -> output.collect(new StreamRecord<>(row)));
    }
}

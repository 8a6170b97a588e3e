package io.rollouthub.topology;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Kafka's time of what the ledger writes: that of the latest entry. */
final class EntryTime {
    private EntryTime() {}

    /** 0 in a ledger that continues and has read none yet. */
    static long of(ProcessorContext<?, ?> context) {
        return Math.max(0, context.currentStreamTimeMs());
    }
}

package io.rollouthub.topology;

import io.rollouthub.output.NextTimer;
import io.rollouthub.topic.Topics;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Tells the gate with each commit that moves the ledger on which timer of its partition is due first: until the journal has
 * more entries, a tick before that instant would change nothing. For one thread.
 */
final class TimersTold {
    /**
     * Whoever has read entries that it has not applied does not know what is due by them: it says that something is, or it
     * would be believed that nothing is before what it told last.
     */
    static final Instant AT_ONCE = Instant.EPOCH;

    private final ProcessorContext<String, Object> context;
    private @Nullable NextTimer told;

    TimersTold(ProcessorContext<String, Object> context) {
        this.context = context;
    }

    /**
     * A commit comes.
     *
     * @param due null: no timer is set
     */
    void tell(AppliedUpTo applied, @Nullable Instant due) {
        NextTimer next = new NextTimer(applied.partition(), applied.position(), due);
        if (!next.equals(told)) {
            told = next;
            String key = Integer.toString(next.getPartition());
            long time = EntryTime.of(context);
            context.forward(new Record<>(key, new Placed(next.getPartition(), next), time), Sinks.of(Topics.TIMERS));
        }
    }
}

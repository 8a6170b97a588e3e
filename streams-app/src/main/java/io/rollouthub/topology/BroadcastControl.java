package io.rollouthub.topology;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Passes ticks and programmes on to every partition of the journal; in live use makes the ticks as well.
 *
 * <p>The control topic has one partition, so one task in the whole application ticks, and Kafka Streams moves it when its
 * instance dies.
 */
final class BroadcastControl extends ContextualProcessor<String, JournalEntry, String, JournalEntry> {
    private static final int CONTROL_PARTITION = 0;

    private final Supplier<LiveClock> clocks;
    private LiveClock clock = LiveClock.STOPPED;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private CommitPace pace;

    @SuppressWarnings("NullAway.Init")
    private Later ticking;

    BroadcastControl(Supplier<LiveClock> clocks) {
        this.clocks = clocks;
    }

    @Override
    public void init(ProcessorContext<String, JournalEntry> context) {
        super.init(context);
        pace = new CommitPace(context);
        if (context.taskId().partition() == CONTROL_PARTITION) {
            clock = clocks.get();
            if (clock != LiveClock.STOPPED) {
                ticking = new Later(context, this::tick);
                ticking.in(clock.untilNextLook());
            }
        }
    }

    private void tick() {
        Instant tick = clock.nextTick();
        if (tick != null) {
            context().forward(JournalRoute.record(new JournalEntry(tick, null, new Tick())));
            pace.news(tick);
        }
        ticking.in(clock.untilNextLook());
    }

    @Override
    public void process(Record<String, JournalEntry> record) {
        context().forward(record.withTimestamp(JournalRoute.timestampOf(record.value())));
        pace.news(record.value().getAcceptedAt());
    }

    @Override
    public void close() {
        clock.close();
    }
}

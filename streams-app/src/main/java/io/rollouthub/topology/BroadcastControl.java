package io.rollouthub.topology;

import io.rollouthub.entry.Entry;
import io.rollouthub.entry.EntryReader;
import io.rollouthub.entry.PassedOverEntries;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.JudgedUpTo;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Topics;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Passes ticks and programmes on to every partition of the journal; in live use makes the ticks as well, where something can
 * be due. Tells in the same transaction how far time has come.
 *
 * <p>The control topic has one partition, so one task in the whole application ticks, and Kafka Streams moves it when its
 * instance dies.
 */
final class BroadcastControl extends ContextualProcessor<String, byte[], String, SpecificRecord> {
    private static final int CONTROL_PARTITION = 0;

    private final Supplier<LiveClock> clocks;
    private final SchemaRegistry registry;
    private final FlowListener listener;
    private LiveClock clock = LiveClock.STOPPED;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private JournalTicks ticks;

    @SuppressWarnings("NullAway.Init")
    private EntryReader entries;

    @SuppressWarnings("NullAway.Init")
    private CurrentCheck current;

    @SuppressWarnings("NullAway.Init")
    private CommitPace pace;

    @SuppressWarnings("NullAway.Init")
    private Later ticking;

    BroadcastControl(Supplier<LiveClock> clocks, SchemaRegistry registry, FlowListener listener) {
        this.clocks = clocks;
        this.registry = registry;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        super.init(context);
        ticks = new JournalTicks();
        entries = new EntryReader(registry, PassedOverEntries.NONE, new PassingOver(listener));
        current = new CurrentCheck(context, registry);
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
        LiveClock.Elapsed elapsed = clock.next();
        if (elapsed != null) {
            ticks.goOnFrom(elapsed.before());
            if (ticks.isLater(elapsed.at())) {
                write(ticks.live(elapsed.at(), elapsed.due(), current.time()));
                tell(elapsed.at());
            }
        }
        ticking.in(clock.untilNextLook());
    }

    @Override
    public void process(Record<String, byte[]> record) {
        RecordFailedException.at(context(), () -> {
            RecordMetadata from = context().recordMetadata().orElseThrow();
            JournalEntry entry = entries.read(from.topic(), from.partition(), from.offset(), record.value());
            if (entry != null) {
                passOn(record, entry);
            }
        });
    }

    private void passOn(Record<String, byte[]> record, JournalEntry entry) {
        Instant at = entry.getAcceptedAt();
        if (Entry.of(entry).isTick()) {
            boolean later = ticks.isLater(at);
            write(ticks.always(at));
            if (later) {
                tell(at);
            }
        } else {
            write(ticks.beforeProgramme());
            context().forward(record.withValue(entry).withTimestamp(JournalRoute.timestampOf(entry)), Sinks.JOURNAL);
            pace.news(at);
        }
    }

    private void write(List<Instant> instants) {
        for (Instant at : instants) {
            context().forward(JournalRoute.record(new Entry.TickEntry(at).toRecord()), Sinks.JOURNAL);
        }
        if (!instants.isEmpty()) {
            listener.ticksWritten(instants.size());
            pace.news(instants.get(instants.size() - 1));
        }
    }

    /** Moves people's clock. */
    private void tell(Instant at) {
        long timestamp = Math.max(0, at.toEpochMilli());
        context().forward(new Record<>(Topics.TICK_KEY, new JudgedUpTo(at), timestamp), Sinks.of(Topics.CLOCK));
    }

    @Override
    public void close() {
        clock.close();
        clock = LiveClock.STOPPED;
    }
}

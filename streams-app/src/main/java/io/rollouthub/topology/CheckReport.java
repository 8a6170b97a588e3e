package io.rollouthub.topology;

import io.rollouthub.check.EventCheck;
import io.rollouthub.check.Reason;
import io.rollouthub.check.RecordSize;
import io.rollouthub.check.Refusal;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Parked;
import io.rollouthub.output.Verdict;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.serde.UndecodableException;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.time.Instant;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Lets a supplier's record pass to the journal, or refuses it with a reason (semantics 3). */
final class CheckReport extends ContextualProcessor<byte[], byte[], Object, Object> {
    private final SchemaRegistry registry;
    private final AvroReader reader;
    private final Surroundings surroundings;
    private final FlowListener listener;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private CurrentCheck current;

    @SuppressWarnings("NullAway.Init")
    private CommitPace pace;

    @SuppressWarnings("NullAway.Init")
    private FailedAttempts attempts;

    /** @param untold runs when the registry does not tell where a schema stands */
    CheckReport(SchemaRegistry registry, Surroundings surroundings, FlowListener listener, Runnable untold) {
        this.registry = registry;
        this.reader = new AvroReader(registry, EventKind.schemas(), untold);
        this.surroundings = surroundings;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        super.init(context);
        current = new CurrentCheck(context, registry);
        pace = new CommitPace(context);
        attempts = surroundings.attempts().get();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata from = context().recordMetadata().orElseThrow();
        Origin origin = new Origin(from.topic(), from.partition(), from.offset());
        Instant acceptedAt = surroundings.arrival().of(record);
        Parked before = attempts.of(origin);
        if (before != null && before.getAttempts() >= FailedAttempts.MOST) {
            leave(record, origin, acceptedAt, before);
        } else {
            attempt(record, origin, acceptedAt);
        }
        pace.worked(acceptedAt);
        pace.news(acceptedAt);
    }

    /** Should it fail, or the process end with it, that is remembered. */
    private void attempt(Record<byte[], byte[]> record, Origin origin, Instant acceptedAt) {
        int task = context().taskId().partition();
        attempts.begin(task, origin);
        try {
            RecordFailedException.at(
                    context(), () -> judge(record, SupplierTopics.supplierOf(origin.getTopic()), origin, acceptedAt));
        } catch (RecordFailedException e) {
            attempts.failed(origin, String.valueOf(e.getCause()));
            throw e;
        } finally {
            attempts.end(task);
        }
    }

    /** One that cannot be processed: nothing of it but where it stands is handed on. */
    private void leave(Record<byte[], byte[]> record, Origin origin, Instant acceptedAt, Parked before) {
        Refusal why = new Refusal(
                Reason.UNPROCESSABLE, "tried " + before.getAttempts() + " times in vain: " + before.getDetail());
        park(record, origin, why);
        Record<byte[], byte[]> place = new Record<>(null, null, record.timestamp());
        reject(place, new RejectionHeaders(why, origin, acceptedAt), Sinks.REJECTED, null);
    }

    private void park(Record<byte[], byte[]> record, Origin origin, Refusal why) {
        Parked parked = attempts.park(origin, why);
        context()
                .forward(
                        new Record<>(FailedAttempts.keyOf(parked), parked, record.timestamp()),
                        Sinks.of(Topics.PARKED));
    }

    private void judge(Record<byte[], byte[]> record, String supplier, Origin origin, Instant acceptedAt) {
        EventCheck check = current.check();
        Refusal unknown = check.checkSupplier(supplier);
        String rejected = unknown == null ? Sinks.REJECTED : Sinks.REJECTED_UNKNOWN;
        RecordSize size = RecordSize.of(record.key(), record.value(), record.headers());
        Refusal refusal = size.refusal();
        if (refusal != null) {
            refuse(partOf(record, size), new RejectionHeaders(refusal, origin, acceptedAt), rejected, null);
            return;
        }
        refusal = unknown;
        String eventId = null;
        try {
            if (refusal == null) {
                SpecificRecord event = reader.read(record.value(), origin.getTopic());
                eventId = ReportedEvent.of(event).eventId();
                refusal = check.check(event, supplier, acceptedAt);
                if (refusal == null) {
                    accept(new JournalEntry(acceptedAt, origin, event), supplier);
                    return;
                }
            }
        } catch (UndecodableException e) {
            refusal = new Refusal(Reason.UNDECODABLE, Objects.requireNonNull(e.getMessage()));
        }
        refuse(record, new RejectionHeaders(refusal, origin, acceptedAt), rejected, eventId);
    }

    /** The beginning of one that is too large, which says how large it was. */
    private static Record<byte[], byte[]> partOf(Record<byte[], byte[]> record, RecordSize size) {
        Headers headers = new RecordHeaders();
        size.addTo(headers);
        return record.withKey(RecordSize.kept(record.key()))
                .withValue(RecordSize.kept(record.value()))
                .withHeaders(headers);
    }

    private void accept(JournalEntry entry, String supplier) {
        context().forward(JournalRoute.record(entry), Sinks.JOURNAL);
        listener.accepted(supplier);
    }

    /**
     * Where its topic of rejected records does not take it, nobody waits for that: it is left where it stands.
     *
     * @param eventId null: none could be read
     */
    private void refuse(Record<byte[], byte[]> record, RejectionHeaders why, String sink, @Nullable String eventId) {
        if (!reject(record, why, sink, eventId)) {
            park(record, why.origin(), why.refusal());
        }
    }

    /** Counts and tells it, and hands it on unless its topic of rejected records does not take it: then not. */
    private boolean reject(Record<byte[], byte[]> record, RejectionHeaders why, String sink, @Nullable String eventId) {
        String supplier = SupplierTopics.supplierOf(why.origin().getTopic());
        if (sink.equals(Sinks.REJECTED)) {
            tell(Verdicts.rejected(why.origin(), eventId, why.acceptedAt(), why.refusal(), false), record.timestamp());
        }
        listener.refused(supplier, why.refusal().reason());
        String rejected =
                sink.equals(Sinks.REJECTED) ? SupplierTopics.rejected(supplier) : SupplierTopics.REJECTED_UNKNOWN;
        if (!surroundings.topics().test(rejected)) {
            return false;
        }
        why.addTo(record.headers());
        context().forward(record, sink);
        return true;
    }

    /** A supplier of the programme has a topic for it; where that is missing nobody waits for it. */
    private void tell(Verdict verdict, long timestamp) {
        if (surroundings.topics().test(Verdicts.topicOf(verdict))) {
            context().forward(Verdicts.record(verdict, timestamp), Sinks.VERDICTS);
        }
    }
}

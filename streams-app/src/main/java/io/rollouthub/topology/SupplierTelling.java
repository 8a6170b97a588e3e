package io.rollouthub.topology;

import io.rollouthub.domain.ledger.Result.Admitted;
import io.rollouthub.domain.ledger.Result.Judged;
import io.rollouthub.domain.ledger.Result.Rejection;
import io.rollouthub.journal.Origin;
import io.rollouthub.journal.Parked;
import io.rollouthub.output.Verdict;
import io.rollouthub.output.VerdictsTold;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.SupplierTopics;
import io.rollouthub.topic.Topics;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Tells suppliers what the ledger says of their reports, and keeps with each commit up to where: what was told is told by no
 * ledger again that works the journal out anew (semantics 11). Where a supplier's topic takes nothing nobody waits for it: a
 * rejected report is left where it stands, a verdict is not told. For one thread.
 */
final class SupplierTelling {
    private final ProcessorContext<String, Object> context;
    private final JournalKnowledge.Suppliers known;
    private final FlowListener listener;
    private final int partition;
    private long told;
    private long kept;

    /** @param position up to which the ledger has applied the journal; one of before has told what it had to say of all that */
    SupplierTelling(
            ProcessorContext<String, Object> context,
            JournalKnowledge.Suppliers known,
            FlowListener listener,
            long position) {
        this.context = context;
        this.known = known;
        this.listener = listener;
        this.partition = context.taskId().partition();
        this.kept = known.told().applyAsLong(partition);
        this.told = Math.max(kept, position);
    }

    /** What becomes of the report of the entry at an offset. */
    void tell(Judged judged, long offset) {
        if (offset < told) {
            return;
        }
        told = offset + 1;
        Origin origin = Objects.requireNonNull(judged.entry().origin());
        String supplier = SupplierTopics.supplierOf(origin.getTopic());
        Verdict verdict =
                judged instanceof Rejection rejection ? reject(rejection, supplier) : admit((Admitted) judged, origin);
        if (known.topics().test(SupplierTopics.verdicts(supplier))) {
            context.forward(Verdicts.record(verdict, EntryTime.of(context)), Sinks.VERDICTS);
        }
    }

    private static Verdict admit(Admitted admitted, Origin origin) {
        return Verdicts.admitted(
                origin,
                admitted.entry().report().eventId(),
                admitted.entry().acceptedAt(),
                admitted.isRepeat(),
                admitted.replacesUnknown());
    }

    private Verdict reject(Rejection rejection, String supplier) {
        RejectionHeaders why = Outputs.why(rejection);
        ReportedEvent report = rejection.entry().report();
        long time = EntryTime.of(context);
        if (known.topics().test(SupplierTopics.rejected(supplier))) {
            RecordHeaders headers = new RecordHeaders();
            why.addTo(headers);
            context.forward(new Record<>(rejection.key(), rejection.value(), time, headers), Sinks.REJECTED);
        } else {
            Parked parked = known.attempts().park(why.origin(), why.refusal());
            context.forward(new Record<>(FailedAttempts.keyOf(parked), parked, time), Sinks.of(Topics.PARKED));
        }
        listener.refused(report.supplier(), why.refusal().reason());
        return Verdicts.rejected(
                why.origin(), report.eventId(), why.acceptedAt(), why.refusal(), rejection.replacesUnknown());
    }

    /** A commit comes. */
    void keep() {
        if (told != kept) {
            kept = told;
            context.forward(
                    new Record<>(
                            Integer.toString(partition),
                            new Placed(0, new VerdictsTold(partition, told)),
                            EntryTime.of(context)),
                    Sinks.of(Topics.VERDICTS_TOLD));
        }
    }
}

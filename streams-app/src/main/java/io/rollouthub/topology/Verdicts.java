package io.rollouthub.topology;

import io.rollouthub.check.Refusal;
import io.rollouthub.journal.Origin;
import io.rollouthub.output.Verdict;
import io.rollouthub.output.VerdictKind;
import io.rollouthub.report.OriginKey;
import io.rollouthub.topic.SupplierTopics;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** What a supplier is told of one of its records (semantics 11). */
final class Verdicts {
    /** In characters; what is longer is no identifier, and is not repeated. */
    private static final int LONGEST_ID = 200;

    private Verdicts() {}

    /** The topic of the one supplier whom it concerns. */
    static String topicOf(Verdict verdict) {
        return SupplierTopics.verdicts(
                SupplierTopics.supplierOf(verdict.getOrigin().getTopic()));
    }

    /** The record of a verdict. */
    static Record<String, Verdict> record(Verdict verdict, long timestamp) {
        return new Record<>(OriginKey.of(verdict.getOrigin()).toString(), verdict, timestamp);
    }

    /** It counts, or did already. */
    static Verdict admitted(
            Origin origin, String eventId, Instant acceptedAt, boolean isRepeat, boolean lacksReplaced) {
        return begun(origin, eventId, acceptedAt, isRepeat ? VerdictKind.KNOWN : VerdictKind.ACCEPTED)
                .setReplacesUnknown(lacksReplaced)
                .build();
    }

    /**
     * It counts for nothing.
     *
     * @param eventId null: none could be read
     */
    static Verdict rejected(
            Origin origin, @Nullable String eventId, Instant acceptedAt, Refusal why, boolean lacksReplaced) {
        return begun(origin, eventId, acceptedAt, VerdictKind.REJECTED)
                .setReason(why.reason().name())
                .setSentence(why.detail())
                .setReplacesUnknown(lacksReplaced)
                .build();
    }

    private static Verdict.Builder begun(
            Origin origin, @Nullable String eventId, Instant acceptedAt, VerdictKind kind) {
        return Verdict.newBuilder()
                .setOrigin(origin)
                .setEventId(eventId == null || eventId.length() > LONGEST_ID ? null : eventId)
                .setAcceptedAt(acceptedAt)
                .setVerdict(kind);
    }
}

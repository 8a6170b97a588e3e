package io.rollouthub.check;

import io.rollouthub.programme.Programme;
import io.rollouthub.report.ReportedEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * All that the gate asks of an event under one programme; a pure function of its arguments.
 *
 * <p>What the ledger asks ({@link Reason#isByLedger()}) needs the history and is not
 * here. Safe for use by several threads.
 */
public final class EventCheck {
    private final Permissions permissions;
    /** Each looks at all fields that it is about before the next one begins; null: it has nothing against the event. */
    private final List<Function<Submission, @Nullable Refusal>> checks;

    /** Prepares the checks once; {@link java.time.DateTimeException} if Java does not know the programme's zone. */
    public EventCheck(Programme programme) {
        this.permissions = new Permissions(programme);
        DateChecks dates = new DateChecks(ZoneId.of(programme.getZone()));
        this.checks = List.of(
                FieldChecks::blank,
                FieldChecks::badIdentifier,
                FieldChecks::tooLong,
                FieldChecks::unknownStatus,
                permissions::supplierMismatch,
                permissions::unknownCluster,
                permissions::clusterNotAllowed,
                dates::missing,
                dates::unexpected,
                dates::outOfRange,
                dates::reportedInFuture,
                dates::happenedInFuture,
                ContractCheck::badValue,
                TargetCheck::badTarget);
    }

    /** {@link Reason#UNKNOWN_SUPPLIER} if the programme lacks a topic's supplier, else null; asked before decoding. */
    public @Nullable Refusal checkSupplier(String topicSupplier) {
        return permissions.unknownSupplier(topicSupplier);
    }

    /**
     * Judges one event.
     *
     * @param event as decoded; anything but one of the four event records is {@link Reason#UNDECODABLE}
     * @param topicSupplier the supplier whose topic it came on
     * @param acceptedAt when the hub's Kafka took it
     * @return null if it is accepted, else the first reason in the order of {@link Reason}
     */
    public @Nullable Refusal check(SpecificRecord event, String topicSupplier, Instant acceptedAt) {
        Refusal unknown = checkSupplier(topicSupplier);
        if (unknown != null) {
            return unknown;
        }
        if (!ReportedEvent.isOne(event)) {
            return new Refusal(
                    Reason.UNDECODABLE,
                    "the record is " + event.getSchema().getFullName()
                            + "; publish GoLiveEvent, ReleaseEvent, MilestoneEvent or ContractEvent");
        }
        Submission submission = new Submission(ReportedEvent.of(event), topicSupplier, acceptedAt);
        for (Function<Submission, @Nullable Refusal> check : checks) {
            Refusal refusal = check.apply(submission);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }
}

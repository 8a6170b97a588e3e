package io.rollouthub.producer;

import io.rollouthub.check.EventCheck;
import io.rollouthub.check.Reason;
import io.rollouthub.check.Refusal;
import io.rollouthub.journal.Origin;
import io.rollouthub.output.VerdictKind;
import io.rollouthub.producer.Outstanding.Answer;
import io.rollouthub.programme.Programme;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.topic.Prefix;
import io.rollouthub.topic.Topics;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Understands what the hub writes for a supplier: the programme, and what became of each record. */
final class HubAnswers {
    private static final String WARNING =
            "its 'replaces' names no report of this supplier's on the same thing (yet): it was accepted and counts beside"
                    + " the others; send the report that it names, or this one again with the right id and an eventId of"
                    + " its own";

    private final Outstanding outstanding;
    private final String programme;
    private final AvroReader reader;
    private volatile @Nullable EventCheck check;

    /** Of a hub by its prefix. */
    HubAnswers(SchemaRegistry registry, Outstanding outstanding, Prefix hub) {
        this.programme = Topics.PROGRAMME.of(hub).name();
        this.outstanding = outstanding;
        this.reader = new AvroReader(
                registry, List.of(Programme.getClassSchema(), io.rollouthub.output.Verdict.getClassSchema()));
    }

    /** The topic on which the programme in force stands. */
    String programmeTopic() {
        return programme;
    }

    /** The gate's checks under the programme in force; {@link SupplierClientException} if none has been read yet. */
    EventCheck check() {
        EventCheck current = check;
        if (current == null) {
            throw new SupplierClientException(
                    "there is no programme on " + programme + " yet",
                    "the hub's operator publishes one with 'rollout admin apply'");
        }
        return current;
    }

    /**
     * Takes a record of one of the hub's topics.
     *
     * @throws io.rollouthub.serde.UndecodableException if it is none that this client knows
     * @throws io.rollouthub.registry.RegistryUnavailableException if the registry gave no answer; trying again may help
     */
    void take(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(programme)) {
            takeProgramme(record);
        } else if (!outstanding.isEmpty()) {
            take((io.rollouthub.output.Verdict) reader.read(record.value()));
        }
    }

    private void takeProgramme(ConsumerRecord<String, byte[]> record) {
        if (Topics.PROGRAMME_KEY.equals(record.key()) && record.value() != null) {
            check = new EventCheck((Programme) reader.read(record.value()));
        }
    }

    private void take(io.rollouthub.output.Verdict told) {
        Verdict verdict = verdict(told);
        if (verdict != null) {
            outstanding.judge(
                    told.getOrigin(),
                    new Answer(told.getEventId(), told.getAcceptedAt().toEpochMilli(), verdict));
        }
    }

    /** Null: of a kind that this client does not know. */
    private static @Nullable Verdict verdict(io.rollouthub.output.Verdict told) {
        Origin origin = told.getOrigin();
        VerdictKind kind = told.getVerdict();
        return switch (kind) {
            case ACCEPTED, KNOWN ->
                new Verdict.Accepted(
                        told.getAcceptedAt(),
                        origin,
                        kind == VerdictKind.KNOWN,
                        told.getReplacesUnknown() ? WARNING : null);
            case REJECTED ->
                new Verdict.Refused(
                        new Refusal(
                                Reason.valueOf(Objects.requireNonNullElse(told.getReason(), "")),
                                Objects.requireNonNullElse(told.getSentence(), "")),
                        origin,
                        told.getAcceptedAt());
            case UNKNOWN -> null;
        };
    }
}

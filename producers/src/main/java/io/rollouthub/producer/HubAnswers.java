package io.rollouthub.producer;

import io.rollouthub.check.EventCheck;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.programme.Programme;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.topic.Topics;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Understands what the hub writes for a supplier: the programme, what was accepted, and what was refused. */
final class HubAnswers {

    private final Outstanding outstanding;
    private final EarlierReports earlier;
    private final Consumer<LedgerRefusal> ledger;
    private final AvroReader reader;
    private volatile @Nullable EventCheck check;

    /** Tells {@code ledger} what the ledger refuses. */
    HubAnswers(
            SchemaRegistry registry, Outstanding outstanding, EarlierReports earlier, Consumer<LedgerRefusal> ledger) {
        this.outstanding = outstanding;
        this.earlier = earlier;
        this.ledger = ledger;
        this.reader = new AvroReader(registry, List.of(Programme.getClassSchema(), JournalEntry.getClassSchema()));
    }

    /** The gate's checks under the programme in force; {@link SupplierClientException} if none has been read yet. */
    EventCheck check() {
        EventCheck current = check;
        if (current == null) {
            throw new SupplierClientException(
                    "there is no programme on " + Topics.PROGRAMME.name() + " yet",
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
        if (record.topic().equals(Topics.PROGRAMME.name())) {
            takeProgramme(record);
        } else if (record.topic().equals(Topics.JOURNAL.name())) {
            takeEntry(record);
        } else {
            takeRefusal(record);
        }
    }

    private void takeProgramme(ConsumerRecord<String, byte[]> record) {
        if (Topics.PROGRAMME_KEY.equals(record.key()) && record.value() != null) {
            check = new EventCheck((Programme) reader.read(record.value()));
        }
    }

    private void takeEntry(ConsumerRecord<String, byte[]> record) {
        if (outstanding.isEmpty()) {
            return; // of all suppliers' entries only those on our letters matter
        }
        JournalEntry entry = (JournalEntry) reader.read(record.value());
        Origin origin = entry.getOrigin();
        if (origin != null && outstanding.mayBeOn(origin)) {
            ReportedEvent report = Entry.of(entry).report();
            String replaces = report == null ? null : report.replaces();
            if (report == null || replaces == null) {
                outstanding.judge(origin, new Verdict.Accepted(entry.getAcceptedAt(), origin));
            } else {
                earlier.look(
                        report,
                        replaces,
                        record,
                        warning -> outstanding.judge(
                                origin, new Verdict.Accepted(entry.getAcceptedAt(), origin, warning)));
            }
        }
    }

    private void takeRefusal(ConsumerRecord<String, byte[]> record) {
        RejectionHeaders why = RejectionHeaders.of(record.headers());
        if (!why.refusal().reason().isByLedger()) {
            outstanding.judge(why.origin(), new Verdict.Refused(why.refusal(), why.origin()));
        } else {
            JournalEntry entry = (JournalEntry) reader.read(record.value());
            ledger.accept(new LedgerRefusal(Entry.of(entry).content(), why.refusal(), why.origin(), why.acceptedAt()));
        }
    }
}

package io.rollouthub.hub.audit;

import io.rollouthub.entry.Entry;
import io.rollouthub.journal.AuditEntry;
import io.rollouthub.programme.Programme;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.KafkaClients;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.reader.journal.JournalExport;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Audit} has kept, and which programmes the journal holds. */
public record AuditLog(Connection hub) {
    /**
     * A programme that came to be in force.
     *
     * @param by who brought it; null: that was not kept, as in a hub of before or another's journal
     */
    public record Adopted(
            Instant at,
            @Nullable Programme before,
            Programme programme,
            @Nullable AuditEntry by) {
        /** In what it differs from the one before it, a line each. */
        public List<String> changes() {
            return ProgrammeDifferences.between(before, programme);
        }
    }

    /** All, in the order in which they were kept; none in a hub of before. */
    public List<AuditEntry> entries() {
        List<AuditEntry> entries = new ArrayList<>();
        try (Admin admin = KafkaClients.admin(hub.client())) {
            if (!KafkaClients.topics(admin).contains(Topics.AUDIT.name())) {
                return entries;
            }
        }
        AvroReader values = new AvroReader(hub.registry(), List.of(Topics.AUDIT.schema()));
        try (TopicReader reader = new TopicReader(hub.client(), List.of(Topics.AUDIT.name()))) {
            reader.readToEnd(record -> entries.add((AuditEntry) values.read(record.value())));
        }
        return entries;
    }

    /** The programmes of the journal, in the order in which they came to be in force; one that changed nothing is left out. */
    public List<Adopted> programmes() {
        Map<String, AuditEntry> brought = new HashMap<>();
        entries().forEach(entry -> {
            if (entry.getProgramme() != null) {
                brought.putIfAbsent(entry.getProgramme(), entry);
            }
        });
        List<Adopted> adopted = new ArrayList<>();
        new JournalExport(hub, skipped -> {}).read(entry -> {
            Programme programme = Entry.of(entry).programme();
            if (programme != null) {
                Programme before = adopted.isEmpty()
                        ? null
                        : adopted.get(adopted.size() - 1).programme();
                if (!programme.equals(before)) {
                    adopted.add(
                            new Adopted(entry.getAcceptedAt(), before, programme, brought.get(Digests.of(programme))));
                }
            }
        });
        return adopted;
    }
}

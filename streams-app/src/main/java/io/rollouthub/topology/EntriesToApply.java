package io.rollouthub.topology;

import io.rollouthub.entry.EntryReader;
import io.rollouthub.entry.PassedOverEntries;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topology.Backlog.Unapplied;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** The entries of a task's partition of the journal as they come, less what is passed over. For one thread. */
final class EntriesToApply {
    private final PassedOverEntries leftOut;
    private final EntryReader reader;

    /** Where the last record stands that was passed over. */
    private long passedOver = -1;

    EntriesToApply(SchemaRegistry registry, PassedOverEntries leftOut, FlowListener listener) {
        this.leftOut = leftOut;
        this.reader = new EntryReader(registry, leftOut, new PassingOver(listener));
    }

    /** The entry of a record; null: it is passed over. */
    @Nullable
    Unapplied read(RecordMetadata at, byte @Nullable [] value) {
        JournalEntry entry = reader.read(at.topic(), at.partition(), at.offset(), value);
        if (entry == null) {
            passedOver = at.offset();
            return null;
        }
        return new Unapplied(at.offset(), entry);
    }

    /** All entries that have come are applied: so are those among them that are passed over. */
    void movePast(AppliedUpTo applied) {
        if (passedOver >= applied.position()) {
            applied.pass(passedOver);
        }
    }

    /** @throws BrokenSealException if an entry that was begun is to be left out */
    void requireNotLeftOut(int partition, Unapplied begun) {
        if (leftOut.isAt(partition, begun.offset())) {
            throw BrokenSealException.ofState(
                    partition,
                    "the entry at offset " + begun.offset()
                            + " is to be passed over, and a part of it has been applied");
        }
    }
}

package io.rollouthub.reader.rejected;

import io.rollouthub.event.ContractEvent;
import io.rollouthub.event.GoLiveEvent;
import io.rollouthub.event.MilestoneEvent;
import io.rollouthub.event.ReleaseEvent;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.serde.UndecodableException;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads the events in what was refused, as far as they can be decoded. For one thread. */
public final class RefusedEvents {
    private final AvroReader reader;

    public RefusedEvents(SchemaRegistry registry) {
        reader = new AvroReader(
                registry,
                List.of(
                        JournalEntry.getClassSchema(),
                        GoLiveEvent.getClassSchema(),
                        ReleaseEvent.getClassSchema(),
                        MilestoneEvent.getClassSchema(),
                        ContractEvent.getClassSchema()));
    }

    /**
     * The event in a record of a rejected topic; null if there is none to be found. The ledger, which finds some mistakes,
     * sees entries of the journal; the event is inside.
     */
    public @Nullable SpecificRecord read(byte[] value) {
        try {
            SpecificRecord read = reader.read(value);
            return read instanceof JournalEntry entry ? (SpecificRecord) entry.getEntry() : read;
        } catch (UndecodableException e) {
            return null;
        }
    }
}

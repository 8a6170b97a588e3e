package io.rollouthub.reader.rejected;

import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.report.EventKind;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.serde.UndecodableException;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads the events in what was refused, as far as they can be decoded. For one thread. */
public final class RefusedEvents {
    private final AvroReader reader;

    public RefusedEvents(SchemaRegistry registry) {
        reader = new AvroReader(
                registry,
                Stream.concat(Stream.of(JournalEntry.getClassSchema()), EventKind.schemas().stream())
                        .toList());
    }

    /**
     * The event in a record of a rejected topic; null if there is none to be found. The ledger, which finds some mistakes,
     * sees entries of the journal; the event is inside.
     */
    public @Nullable SpecificRecord read(byte[] value) {
        try {
            SpecificRecord read = reader.read(value);
            return read instanceof JournalEntry entry ? Entry.of(entry).content() : read;
        } catch (UndecodableException e) {
            return null;
        }
    }
}

package io.rollouthub.reader.rejected;

import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.report.EventKind;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.serde.UndecodableException;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record of a rejected topic.
 *
 * @param what it says of itself
 * @param event as far as it could be decoded; null if not at all
 */
public record RejectedRecord(
        ConsumerRecord<String, byte @Nullable []> record,
        Rejected what,
        @Nullable SpecificRecord event) {

    /** Where it stands. */
    public RejectedPlace place() {
        return RejectedPlace.of(record);
    }

    /** Reads them. For one thread. */
    public static final class Decoder {
        private final AvroReader reader;

        public Decoder(SchemaRegistry registry) {
            reader = new AvroReader(
                    registry,
                    Stream.concat(Stream.of(JournalEntry.getClassSchema()), EventKind.schemas().stream())
                            .toList());
        }

        /**
         * The record.
         *
         * @throws IllegalArgumentException if the hub did not put it there
         */
        public RejectedRecord read(ConsumerRecord<String, byte @Nullable []> record) {
            SpecificRecord event = event(record.value());
            return new RejectedRecord(record, Rejected.of(event, RejectionHeaders.of(record.headers())), event);
        }

        /** The ledger, which finds some mistakes, sees entries of the journal; the event is inside. */
        private @Nullable SpecificRecord event(byte @Nullable [] value) {
            try {
                SpecificRecord read = reader.read(value);
                return read instanceof JournalEntry entry ? Entry.of(entry).content() : read;
            } catch (UndecodableException e) {
                return null;
            }
        }
    }
}

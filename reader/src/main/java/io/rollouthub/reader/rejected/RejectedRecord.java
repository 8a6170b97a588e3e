package io.rollouthub.reader.rejected;

import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.serde.RejectionHeaders;
import io.rollouthub.serde.UndecodableException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** A record of a rejected topic: what it says of itself, and its event as far as it could be decoded; else null. */
public record RejectedRecord(
        ConsumerRecord<String, byte @Nullable []> record,
        Rejected what,
        @Nullable SpecificRecord event) {
    private static final String REDRIVE_OF = "rollout-redrive-of";

    /** Where it stands, as people name it beside its supplier: {@code partition:offset}. */
    public String placeOnTopic() {
        return record.partition() + ":" + record.offset();
    }

    /** Where it stands: {@code topic:partition:offset}. */
    public String place() {
        return record.topic() + ":" + placeOnTopic();
    }

    /** The header by which this record, sent again, names the place of what it was. */
    public Header redriveMark() {
        return new RecordHeader(REDRIVE_OF, place().getBytes(StandardCharsets.UTF_8));
    }

    /** The place that a record says that it was rejected at, which anybody may say; null if it says none. */
    public static @Nullable String placeIn(Headers headers) {
        Header header = headers.lastHeader(REDRIVE_OF);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /**
     * Whether a record on a supplier's topic is this one, sent again: it says so, and is on the topic that this one came on,
     * with the same eventId, if this one had any that could be read.
     */
    public boolean isSentAgainAs(ConsumerRecord<String, byte @Nullable []> sent, Decoder decoder) {
        String eventId = what.eventId();
        return place().equals(placeIn(sent.headers()))
                && sent.topic().equals(what.why().origin().getTopic())
                && (eventId == null || eventId.equals(decoder.eventId(sent.value())));
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

        /** @throws IllegalArgumentException if the hub did not put the record there */
        public RejectedRecord read(ConsumerRecord<String, byte @Nullable []> record) {
            SpecificRecord event = event(record.value());
            return new RejectedRecord(record, Rejected.of(event, RejectionHeaders.of(record.headers())), event);
        }

        private @Nullable String eventId(byte @Nullable [] value) {
            SpecificRecord event = event(value);
            return event == null || !ReportedEvent.isOne(event)
                    ? null
                    : ReportedEvent.of(event).eventId();
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

package io.rollouthub.connect.csv;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Identifiers made from what an event says: the same event has the same one, so that a repeat is known for a repeat,
 * and another event another one.
 */
final class EventId {
    static final String FIELD = "eventId";
    private static final int DIGITS = 32;

    private EventId() {}

    /** The identifier of an event whose other fields are all set. */
    static String of(SpecificRecord event) {
        StringBuilder content = new StringBuilder(event.getSchema().getName());
        for (Schema.Field field : event.getSchema().getFields()) {
            if (!field.name().equals(FIELD)) {
                String value = String.valueOf(event.get(field.pos()));
                // The length makes it plain where a value ends, whatever it holds.
                content.append('\n').append(String.join(" ", field.name(), Integer.toString(value.length()), value));
            }
        }
        return "csv-" + DigestUtils.sha256Hex(content.toString()).substring(0, DIGITS);
    }
}

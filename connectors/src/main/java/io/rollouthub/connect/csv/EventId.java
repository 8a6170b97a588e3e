package io.rollouthub.connect.csv;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Identifiers made from what an event says: the same event has the same one, so that a repeat is known for a repeat,
 * and another event another one.
 */
final class EventId {
    private static final String FIELD = "eventId";
    private static final int DIGITS = 32;

    private EventId() {}

    /** The identifier of an event whose other fields are all set. */
    static String of(SpecificRecord event) {
        StringBuilder content = new StringBuilder(event.getSchema().getName());
        for (Schema.Field field : event.getSchema().getFields()) {
            if (!field.name().equals(FIELD)) {
                String value = String.valueOf(event.get(field.pos()));
                // The length makes it plain where a value ends, whatever it holds.
                content.append('\n')
                        .append(field.name())
                        .append(' ')
                        .append(value.length())
                        .append(' ')
                        .append(value);
            }
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return "csv-" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

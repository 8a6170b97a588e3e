package io.rollouthub.laws;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;

/** Records as their Avro bytes; by the writers and readers of their classes, as making new ones is dear. */
final class Bytes {
    private Bytes() {}

    static ByteBuffer of(SpecificRecord record) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                ((SpecificRecordBase) record).writeExternal(out);
            }
            return ByteBuffer.wrap(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value as it is read back; what is no record is text and stays as it is. */
    @SuppressWarnings("unchecked") // a record is read back as what it was
    static <V> V readBack(V value) {
        if (!(value instanceof SpecificRecord record)) {
            return value;
        }
        SpecificRecordBase copy = (SpecificRecordBase) SpecificData.get().newRecord(null, record.getSchema());
        try (ObjectInputStream in =
                new ObjectInputStream(new ByteArrayInputStream(of(record).array()))) {
            copy.readExternal(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (V) copy;
    }
}

package io.rollouthub.serde;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Finds records of kinds that a newer writer knows where ours has a choice of several. Avro would read one as whichever of
 * ours its fields fit: anything as one that has none.
 */
final class NewerKinds {
    private final Schema reader;
    private final GenericDatumReader<Object> written;

    private NewerKinds(Schema writer, Schema reader) {
        this.reader = reader;
        this.written = new GenericDatumReader<>(writer);
    }

    /** Null: the writer's schema has no kind that the reader's lacks. */
    static @Nullable NewerKinds between(Schema writer, Schema reader) {
        return hasMore(writer, reader, new HashSet<>()) ? new NewerKinds(writer, reader) : null;
    }

    private static boolean hasMore(Schema writer, Schema reader, Set<String> seen) {
        for (Schema kind : records(writer)) {
            Schema ours = ofName(kind, reader);
            if (ours == null) {
                return true;
            }
            if (seen.add(kind.getFullName())) {
                for (Schema.Field field : ours.getFields()) {
                    Schema.Field theirs = kind.getField(field.name());
                    if (theirs != null && hasMore(theirs.schema(), field.schema(), seen)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The first record in the bytes that is of such a kind: its full name; null if there is none, or they are no such bytes. */
    @Nullable
    String in(byte[] bytes, int from) {
        try {
            BinaryDecoder plain = DecoderFactory.get().binaryDecoder(bytes, from, bytes.length - from, null);
            return unknown(written.read(null, plain), reader);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return null;
        }
    }

    private static @Nullable String unknown(@Nullable Object value, Schema reader) {
        if (!(value instanceof IndexedRecord record)) {
            return null;
        }
        Schema ours = ofName(record.getSchema(), reader);
        if (ours == null) {
            return record.getSchema().getFullName();
        }
        for (Schema.Field field : ours.getFields()) {
            Schema.Field theirs = record.getSchema().getField(field.name());
            String found = theirs == null ? null : unknown(record.get(theirs.pos()), field.schema());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Schema ofName(Schema kind, Schema reader) {
        return records(reader).stream()
                .filter(ours -> ours.getFullName().equals(kind.getFullName()))
                .findFirst()
                .orElse(null);
    }

    private static List<Schema> records(Schema schema) {
        List<Schema> choice = schema.getType() == Schema.Type.UNION ? schema.getTypes() : List.of(schema);
        return choice.stream()
                .filter(one -> one.getType() == Schema.Type.RECORD)
                .toList();
    }
}

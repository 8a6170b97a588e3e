package io.rollouthub.hub.live;

import io.rollouthub.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** The journal as a gate of a newer version writes it: with one more optional field, and one more kind of entry. */
final class NewerJournal {
    private NewerJournal() {}

    /** Today's schema with one more optional field, and one more kind of entry. */
    static Schema withAKind() {
        Schema entry = Topics.JOURNAL.schema().getField("entry").schema();
        List<Schema> kinds = new ArrayList<>(entry.getTypes());
        kinds.add(SchemaBuilder.record("Escalation")
                .namespace(Topics.JOURNAL.schema().getNamespace())
                .fields()
                .requiredString("to")
                .endRecord());
        return with(Schema.createUnion(kinds));
    }

    /** Today's schema without a kind of entry that it has: who reads with it cannot read what there is. */
    static Schema withoutAKind() {
        List<Schema> kinds = Topics.JOURNAL.schema().getField("entry").schema().getTypes();
        return with(Schema.createUnion(kinds.subList(1, kinds.size())));
    }

    private static Schema with(Schema entry) {
        Schema today = Topics.JOURNAL.schema();
        List<Schema.Field> fields = new ArrayList<>();
        today.getFields()
                .forEach(field ->
                        fields.add(new Schema.Field(field, field.name().equals("entry") ? entry : field.schema())));
        Schema optional = SchemaBuilder.unionOf().nullType().and().stringType().endUnion();
        fields.add(new Schema.Field("note", optional, "More than we know.", Schema.Field.NULL_DEFAULT_VALUE));
        return Schema.createRecord(today.getName(), today.getDoc(), today.getNamespace(), false, fields);
    }

    /** An entry of the kind that is new. */
    static byte[] escalation(int id, Instant acceptedAt) {
        return bytes(id, out -> {
            out.writeLong(acceptedAt.toEpochMilli());
            out.writeIndex(0); // of no supplier's record
            out.writeIndex(withAKind().getField("entry").schema().getTypes().size() - 1);
            out.writeString("the board");
            out.writeIndex(0);
        });
    }

    private interface Fields {
        void write(BinaryEncoder out) throws IOException;
    }

    private static byte[] bytes(int id, Fields fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            out.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            fields.write(encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

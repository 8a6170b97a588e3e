package io.rollouthub.hub.live;

import io.rollouthub.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** The journal as a gate of a newer version writes it: with one more optional field in each entry, and with one more kind. */
public final class NewerJournal implements ProducerInterceptor<byte[], byte[]> {
    /** What a gate's producers are told of the schema's id. */
    static final String ID = "test.journal.id";

    private static final String NOTE = "of a newer gate";
    private int id;

    /** Today's schema of an entry with one more optional field. */
    static Schema withAField() {
        return with(Topics.JOURNAL.schema().getField("entry").schema());
    }

    /** The same with one more kind of entry. */
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

    @Override
    public void configure(Map<String, ?> settings) {
        id = Integer.parseInt(String.valueOf(settings.get(ID)));
    }

    /** A record is its fields, one behind the other. */
    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        if (!record.topic().equals(Topics.JOURNAL.name())) {
            return record;
        }
        byte[] newer = bytes(id, out -> {
            out.writeFixed(record.value(), 5, record.value().length - 5);
            out.writeIndex(1);
            out.writeString(NOTE);
        });
        return new ProducerRecord<>(
                record.topic(), record.partition(), record.timestamp(), record.key(), newer, record.headers());
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception error) {}

    @Override
    public void close() {}
}

package io.rollouthub.hub.live;

import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.SupplierTopics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** An event as a newer writer would send it: with a field more, under a schema that no hub has seen yet. */
public final class NewerEvent {
    private NewerEvent() {}

    /**
     * Registers the newer schema for a supplier's topic and writes an event with it, in Confluent's wire format.
     *
     * @param padding what the new field holds
     */
    public static byte[] write(SchemaRegistry registry, String supplier, SpecificRecord event, byte[] padding) {
        Schema newer = newer(event.getSchema());
        String subject = SupplierTopics.subject(SupplierTopics.in(supplier), newer.getFullName());
        int id = registry.register(subject, newer.toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            out.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new SpecificDatumWriter<SpecificRecord>(event.getSchema()).write(event, encoder);
            encoder.writeBytes(padding); // a record is its fields, one behind the other
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Schema newer(Schema today) {
        List<Schema.Field> fields = new ArrayList<>();
        today.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(new Schema.Field("padding", Schema.create(Schema.Type.BYTES), "More than we know.", ""));
        return Schema.createRecord(today.getName(), today.getDoc(), today.getNamespace(), false, fields);
    }
}

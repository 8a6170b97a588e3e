package io.rollouthub.serde;

import io.rollouthub.registry.SchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Schemas of older, newer and hostile writers, made from ours, and what such writers write. */
final class WriterSchemas {
    private WriterSchemas() {}

    /** A record schema without some of its fields. */
    static Schema without(Schema schema, String... fields) {
        List<String> left = List.of(fields);
        return withFields(schema, fieldsOf(schema, field -> !left.contains(field.name())));
    }

    /** A record schema with a field more, in front of all others. */
    static Schema with(Schema schema, String field, String type) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(field, new Schema.Parser().parse(type)));
        fields.addAll(fieldsOf(schema, any -> true));
        return withFields(schema, fields);
    }

    /** A record schema with one more symbol in the enum of a field. */
    static Schema withSymbol(Schema schema, String field, String symbol) {
        Schema old = schema.getField(field).schema();
        List<String> symbols = new ArrayList<>();
        symbols.add(symbol);
        symbols.addAll(old.getEnumSymbols());
        Schema type = Schema.createEnum(old.getName(), old.getDoc(), old.getNamespace(), symbols, old.getEnumDefault());
        List<Field> fields = new ArrayList<>();
        for (Field each : schema.getFields()) {
            fields.add(each.name().equals(field) ? new Field(each.name(), type) : new Field(each, each.schema()));
        }
        return withFields(schema, fields);
    }

    /** Registers a writer's schema under the name of its record: good for every topic. */
    static int register(SchemaRegistry registry, Schema schema) {
        return registry.register(schema.getFullName(), schema.toString());
    }

    /** What a writer with the record's schema sends. */
    static byte[] write(SchemaRegistry registry, GenericRecord record) {
        return framed(register(registry, record.getSchema()), body(record));
    }

    /** A record in Avro's binary form. */
    static byte[] body(GenericRecord record) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Bytes in Confluent's wire format. */
    static byte[] framed(int id, byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Numbers in Avro's binary form; lengths and counts are such. */
    static byte[] numbers(long... numbers) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            for (long number : numbers) {
                encoder.writeLong(number);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Schema withFields(Schema schema, List<Field> fields) {
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    private static List<Field> fieldsOf(Schema schema, Predicate<Field> which) {
        return schema.getFields().stream()
                .filter(which)
                .map(field -> new Field(field, field.schema()))
                .toList();
    }
}

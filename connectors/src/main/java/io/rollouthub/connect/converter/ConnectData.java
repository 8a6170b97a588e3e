package io.rollouthub.connect.converter;

import io.apicurio.registry.utils.converter.avro.AvroData;
import io.apicurio.registry.utils.converter.avro.AvroDataConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.connect.data.SchemaAndValue;

/**
 * Avro's records as Connect's.
 *
 * <p>A record becomes a struct of the same full name. Dates, {@code timestamp-millis} and decimals become Connect's Date,
 * Timestamp and Decimal, an enum's symbol becomes text. A union with null is an optional value; a union of records is a
 * struct with an optional field per record.
 */
public final class ConnectData {
    private static final int CACHED = 1_000;

    private final AvroData mapping = new AvroData(new AvroDataConfig(Map.of(
            AvroDataConfig.ENHANCED_AVRO_SCHEMA_SUPPORT_CONFIG, true, // or namespaces are lost
            AvroDataConfig.CONNECT_META_DATA_CONFIG, false,
            AvroDataConfig.SCHEMAS_CACHE_SIZE_CONFIG, CACHED)));

    /** A generic record, whose logical types have not been converted. */
    SchemaAndValue of(Schema schema, Object value) {
        return mapping.toConnectData(schema, value);
    }

    /** One of this project's records, such as a source connector makes from what it has read. */
    public SchemaAndValue of(SpecificRecordBase record) {
        return of(record.getSchema(), generic(record));
    }

    /** The schema that this mapping gives a struct which has none in Avro. */
    Schema derived(org.apache.kafka.connect.data.Schema schema) {
        return mapping.fromConnectSchema(schema);
    }

    private static GenericRecord generic(SpecificRecordBase record) {
        Schema schema = record.getSchema();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new SpecificDatumWriter<>(schema, record.getSpecificData()).write(record, encoder);
            return new GenericDatumReader<GenericRecord>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

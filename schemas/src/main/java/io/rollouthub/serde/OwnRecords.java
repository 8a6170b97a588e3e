package io.rollouthub.serde;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro's view of this project's generated records; it finds their classes itself.
 *
 * <p>Since 1.12.2 Avro loads no class that a schema names unless the whole JVM is told to trust it, by a system property
 * or a global setting. A library must ask that of nobody and change nothing global, so this trust is for our own package
 * and for our own readers and writers alone; every other class is still Avro's to judge.
 */
public final class OwnRecords extends SpecificData {
    static final OwnRecords MODEL = new OwnRecords();

    private static final String PACKAGE = "io.rollouthub.";

    private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();

    private OwnRecords() {
        super(OwnRecords.class.getClassLoader());
        addLogicalTypeConversion(new TimeConversions.DateConversion());
        addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        addLogicalTypeConversion(new Conversions.DecimalConversion());
    }

    /** A record of one of our schemas whose fields are still to be put. */
    public static SpecificRecord empty(Schema schema) {
        return SpecificRecord.class.cast(MODEL.newRecord(null, schema));
    }

    /** The constant of one of our enums for a word; for one that its schema lacks its default, as Avro reads a newer writer's. */
    public static Object constant(Schema schema, String word) {
        return MODEL.createEnum(schema.hasEnumSymbol(word) ? word : schema.getEnumDefault(), schema);
    }

    @Override
    @SuppressWarnings("rawtypes") // as Avro declares it
    public @Nullable Class getClass(Schema schema) {
        boolean named = schema.getType() == Schema.Type.RECORD || schema.getType() == Schema.Type.ENUM;
        if (!named || !schema.getFullName().startsWith(PACKAGE)) {
            return super.getClass(schema);
        }
        Class<?> own = classes.computeIfAbsent(schema.getFullName(), this::find);
        return own != null ? own : super.getClass(schema);
    }

    /** Avro takes its fast reader for data of its own classes alone; nothing here changes how a record is read. */
    @Override
    public boolean isFastReaderEnabled() {
        return true;
    }

    private @Nullable Class<?> find(String name) {
        try {
            return Class.forName(name, false, getClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}

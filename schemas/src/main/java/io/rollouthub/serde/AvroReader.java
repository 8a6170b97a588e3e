package io.rollouthub.serde;

import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.registry.UnknownSchemaException;
import io.rollouthub.text.Quoted;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads records of a few known types, written with whatever version of their schemas. For one thread. */
public final class AvroReader {
    static final byte MAGIC = 0;
    static final int HEADER = 5;

    private static final int LONGEST_PROBLEM = 300;

    /** Of how many ids is kept what they are. */
    private static final int MOST_IDS = 10_000;

    /** For how long the registry is not asked again whether it knows an id by now. */
    private static final long UNKNOWN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final SchemaRegistry registry;
    private final Map<String, Schema> expected;
    private final LongSupplier nanos;
    private final AskingBudget budget;
    private final Map<Integer, Known> ids = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Known> eldest) {
            return size() > MOST_IDS;
        }
    };
    private @Nullable BinaryDecoder decoder;

    /**
     * What is known of an id.
     *
     * @param reader of its records; null: they cannot be read
     * @param why they cannot be read
     * @param askedAt when the registry did not know it; null: what it is does not change
     */
    private record Known(
            @Nullable Reading reader,
            @Nullable String why,
            @Nullable Long askedAt) {}

    /**
     * How records of an id are read.
     *
     * @param newer what of theirs this program does not know; null: nothing
     */
    private record Reading(
            SpecificDatumReader<SpecificRecord> reader,
            @Nullable NewerKinds newer) {}

    /** Expects records of these schemas. */
    public AvroReader(SchemaRegistry registry, List<Schema> expected) {
        this(registry, expected, System::nanoTime);
    }

    /** @param nanos a clock as {@link System#nanoTime} */
    AvroReader(SchemaRegistry registry, List<Schema> expected, LongSupplier nanos) {
        this.nanos = nanos;
        this.budget = new AskingBudget(nanos);
        this.registry = registry;
        this.expected = expected.stream().collect(Collectors.toMap(Schema::getFullName, Function.identity()));
    }

    /**
     * The record in these bytes.
     *
     * @throws UndecodableException if they are no such record; trying again won't help
     * @throws io.rollouthub.registry.RegistryUnavailableException if the registry gave no answer; trying again may help
     */
    public SpecificRecord read(byte @Nullable [] bytes) {
        return read(bytes, null);
    }

    /**
     * The same of a record that anybody may have written: the registry is asked for what one topic brings no more often than a
     * topic may ask, whatever ids its records name.
     *
     * @param topic null: it is asked each time
     */
    public SpecificRecord read(byte @Nullable [] bytes, @Nullable String topic) {
        if (bytes == null) {
            throw new UndecodableException("no value", null);
        }
        if (bytes.length < HEADER || bytes[0] != MAGIC) {
            throw new UndecodableException(
                    "not in Confluent's wire format (a zero byte, a schema id in four bytes, Avro)", null);
        }
        int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        return decode(readerOf(id, topic), bytes, id);
    }

    private Reading readerOf(int id, @Nullable String topic) {
        Known known = ids.get(id);
        if (known == null || mayBeThereBy(known, topic)) {
            if (topic == null || budget.allows(topic)) {
                known = ask(id);
                ids.put(id, known);
                if (topic != null && known.reader() == null) {
                    budget.spend(topic);
                }
            } else if (known == null) {
                throw new UndecodableException(
                        "schema " + id
                                + " was not looked up, as records of this topic have named too many others that the"
                                + " registry does not know; send it again in some seconds",
                        null);
            }
        }
        if (known.reader() == null) {
            throw new UndecodableException(Objects.requireNonNull(known.why()), null, known.askedAt() == null);
        }
        return known.reader();
    }

    /** Whether an id that the registry did not know may be there by now. */
    private boolean mayBeThereBy(Known known, @Nullable String topic) {
        return known.askedAt() != null && (topic == null || nanos.getAsLong() - known.askedAt() >= UNKNOWN_NANOS);
    }

    private Known ask(int id) {
        try {
            return new Known(readerOf(id), null, null);
        } catch (UndecodableException e) {
            return new Known(null, e.getMessage(), e.isForGood() ? null : nanos.getAsLong());
        }
    }

    private SpecificRecord decode(Reading reading, byte[] bytes, int id) {
        String kind = reading.newer() == null ? null : reading.newer().in(bytes, HEADER);
        if (kind != null) {
            throw new UndecodableException(
                    "it holds a " + Quoted.of(kind) + " (schema " + id + "), which this program does not know",
                    null,
                    false);
        }
        SpecificDatumReader<SpecificRecord> reader = reading.reader();
        try {
            decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, decoder);
            SpecificRecord read = reader.read(null, decoder);
            if (decoder.isEnd()) {
                return read;
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Foreign bytes make Avro fail in many ways, cast errors and endless nesting among them: all mean the same.
            throw new UndecodableException("no record of schema " + id + ": " + problem(e), e);
        }
        throw new UndecodableException("bytes left over behind the record of schema " + id, null);
    }

    private Reading readerOf(int id) {
        Schema writer;
        try {
            writer = new Schema.Parser().parse(registry.schemaOf(id));
        } catch (UnknownSchemaException e) {
            throw new UndecodableException("the registry has no schema " + id, e, false);
        } catch (AvroRuntimeException | StackOverflowError e) {
            throw new UndecodableException("schema " + id + " is no Avro schema: " + problem(e), e);
        }
        Schema reader = expected.get(writer.getFullName());
        if (reader == null) {
            throw new UndecodableException(
                    "a " + Quoted.of(writer.getFullName()) + " (schema " + id + "), expected one of "
                            + expected.keySet(),
                    null);
        }
        return new Reading(
                new SpecificDatumReader<>(writer, reader, OwnRecords.MODEL), NewerKinds.between(writer, reader));
    }

    /** What Avro complains of, on one line that a header can bear: names in it may be a stranger's. */
    private static String problem(Throwable e) {
        if (e instanceof EOFException) {
            return "the bytes end too early";
        }
        if (e instanceof StackOverflowError) {
            return "nested too deeply";
        }
        String message = e.getMessage();
        if (message == null) {
            return e.getClass().getSimpleName();
        }
        String line = message.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_PROBLEM ? line : line.substring(0, LONGEST_PROBLEM) + "…";
    }
}

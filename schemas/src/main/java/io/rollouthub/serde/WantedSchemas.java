package io.rollouthub.serde;

import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.registry.UnknownSchemaException;
import io.rollouthub.text.Quoted;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Fetches a writer's schema from the registry and holds it against those that a reader expects. */
final class WantedSchemas {
    private final SchemaRegistry registry;
    private final Map<String, Schema> expected;

    WantedSchemas(SchemaRegistry registry, List<Schema> expected) {
        this.registry = registry;
        this.expected = expected.stream().collect(Collectors.toMap(Schema::getFullName, Function.identity()));
    }

    /**
     * How records of a schema are read.
     *
     * @param record its full name
     * @param newer what of theirs this program does not know; null: nothing
     */
    record Reading(
            String record,
            SpecificDatumReader<SpecificRecord> reader,
            @Nullable NewerKinds newer) {}

    /** How records of this schema are read; {@link UndecodableException} if they cannot be. */
    Reading fetch(int id) {
        Schema writer;
        try {
            writer = new Schema.Parser().parse(registry.schemaOf(id));
        } catch (UnknownSchemaException e) {
            throw new UndecodableException("the registry has no schema " + id, e, false);
        } catch (AvroRuntimeException | StackOverflowError e) {
            throw new UndecodableException(
                    "schema " + id + " is no Avro schema: " + UndecodableException.problem(e), e);
        }
        Schema reader = expected.get(writer.getFullName());
        if (reader == null) {
            throw new UndecodableException(
                    "a " + Quoted.of(writer.getFullName()) + " (schema " + id + "), expected one of "
                            + expected.keySet(),
                    null);
        }
        return new Reading(
                reader.getFullName(),
                new SpecificDatumReader<>(writer, reader, OwnRecords.MODEL),
                NewerKinds.between(writer, reader));
    }
}

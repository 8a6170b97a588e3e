package io.rollouthub.connect.told;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.output.AlertState;
import io.rollouthub.output.Told;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.topic.ToldTopics;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class ToldBookTest {
    private static final String KEY = "south/MILESTONE_MISSED/dozen/1";
    private static final Instant STARTS = Instant.parse("2006-11-01T00:00:00Z");

    private final ToldBook book = new ToldBook();

    @Test
    void whatWasKeptWithoutAWordOfTellingIsTold() throws IOException {
        SchemaRegistry registry = SchemaRegistry.inMemory();
        Schema before = withoutTelling();
        GenericRecord kept = new GenericData.Record(before);
        kept.put("startsAt", STARTS.toEpochMilli());
        kept.put("state", new GenericData.EnumSymbol(before.getField("state").schema(), "OPEN"));
        kept.put("toldAt", STARTS.toEpochMilli());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(bytes);
        header.write(0);
        header.writeInt(registry.register(ToldTopics.IMPORT.subject(), before.toString()));
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(before).write(kept, encoder);

        book.take(KEY, (Told) new AvroReader(registry, List.of(Told.getClassSchema())).read(bytes.toByteArray()));

        assertThat(book.isTold(KEY, STARTS)).isTrue();
        assertThat(book.isOpen(KEY)).isTrue();
    }

    @Test
    void whatIsAboutToBeToldIsNotToldButMayHaveBeenHeard() {
        book.take(KEY, new Told(STARTS, AlertState.OPEN, STARTS, true));

        assertThat(book.isTold(KEY, STARTS)).isFalse();
        assertThat(book.open()).containsExactly(KEY);
        assertThat(book.isTelling(KEY, STARTS)).isTrue();
        assertThat(book.isTelling(KEY, STARTS.plusSeconds(1))).isFalse();
    }

    @Test
    void anImportCountsForWhatIsNotKnownToHaveBeenHeard() {
        book.take(KEY, new Told(STARTS, AlertState.OPEN, STARTS.plusSeconds(2), true));
        book.takeImported(KEY, new Told(STARTS, AlertState.OPEN, STARTS.plusSeconds(1), false));
        assertThat(book.isTold(KEY, STARTS)).isTrue();

        book.take(KEY, new Told(STARTS, AlertState.RESOLVED, STARTS.plusSeconds(3), false));
        assertThat(book.open()).isEmpty();
    }

    /** The schema of Told as it was before it knew of telling. */
    private static Schema withoutTelling() {
        Schema now = Told.getClassSchema();
        return Schema.createRecord(
                now.getName(),
                now.getDoc(),
                now.getNamespace(),
                false,
                now.getFields().stream()
                        .filter(field -> !field.name().equals("telling"))
                        .map(field -> new Schema.Field(field, field.schema()))
                        .toList());
    }
}

package io.rollouthub.bench.rules;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.serde.AvroWriter;
import io.rollouthub.topic.Topics;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Entries of the journal to bytes and back. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH sets it up before anything else
public class SerdeBenchmark {
    private List<JournalEntry> entries;
    private List<byte[]> written;
    private AvroWriter writer;
    private AvroReader reader;
    private int next;

    @Setup(Level.Trial)
    public void write() {
        SchemaRegistry registry = SchemaRegistry.inMemory();
        registry.register(Topics.JOURNAL.subject(), Topics.JOURNAL.schema().toString());
        entries = Reported.of(10_000).journal().stream()
                .map(entry -> entry.toRecord())
                .toList();
        writer = new AvroWriter(registry);
        reader = new AvroReader(registry, List.of(Topics.JOURNAL.schema()));
        written = entries.stream()
                .map(entry -> writer.write(Topics.JOURNAL.subject(), entry))
                .toList();
    }

    @Benchmark
    public byte[] writeAnEntry() {
        return writer.write(Topics.JOURNAL.subject(), entries.get(next++ % entries.size()));
    }

    @Benchmark
    public SpecificRecord readAnEntry() {
        return reader.read(written.get(next++ % written.size()));
    }
}

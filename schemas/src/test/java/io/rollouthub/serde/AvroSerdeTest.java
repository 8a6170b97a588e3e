package io.rollouthub.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollouthub.event.ReleaseDelivered;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Origin;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.topic.Topic;
import io.rollouthub.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {
    private static final String NAME = Topics.JOURNAL.name();

    private final SchemaRegistry registry = SchemaRegistry.inMemory();
    private final Serde<JournalEntry> serde = AvroSerde.of(Topics.JOURNAL, registry);

    AvroSerdeTest() {
        registry.register(Topics.JOURNAL.subject(), Topics.JOURNAL.schema().toString());
    }

    @Test
    void anEntryIsReadBackAsItWasWritten() {
        JournalEntry entry = entry(7, "e-1");

        byte[] bytes = serde.serializer().serialize(NAME, entry);

        assertThat(serde.deserializer().deserialize(NAME, bytes)).isEqualTo(entry);
    }

    @Test
    void aTombstoneIsNullBothWays() {
        assertThat(serde.serializer().serialize(NAME, null)).isNull();
        assertThat(serde.deserializer().deserialize(NAME, null)).isNull();
    }

    @Test
    void theSubjectIsTheTopicsWhateverNameKafkaGives() {
        JournalEntry entry = entry(7, "e-1");

        byte[] changelog = serde.serializer().serialize("app-reports-changelog", entry);

        assertThat(changelog).isEqualTo(serde.serializer().serialize(NAME, entry));
    }

    @Test
    void recordsOfAnotherTypeAreNotRead() {
        Topic<ReleaseDelivered> other = new Topic<>("releases", ReleaseDelivered.class, true);
        registry.register(other.subject(), other.schema().toString());
        byte[] bytes = AvroSerde.serializer(other, registry).serialize("releases", new ReleaseDelivered("p", "r"));

        assertThatThrownBy(() -> serde.deserializer().deserialize(NAME, bytes))
                .isInstanceOf(UndecodableException.class);
    }

    @Test
    void threadsThatShareASerdeDoNotMixTheirRecords() throws Exception {
        int threads = 4;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<List<JournalEntry>>> work = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                List<JournalEntry> entries = entriesOf(thread);
                work.add(() -> {
                    start.await();
                    return entries.stream().map(this::thereAndBack).toList();
                });
            }
            List<Future<List<JournalEntry>>> done = pool.invokeAll(work);
            for (int thread = 0; thread < threads; thread++) {
                assertThat(done.get(thread).get()).isEqualTo(entriesOf(thread));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private JournalEntry thereAndBack(JournalEntry entry) {
        return serde.deserializer().deserialize(NAME, serde.serializer().serialize(NAME, entry));
    }

    private static List<JournalEntry> entriesOf(int thread) {
        List<JournalEntry> entries = new ArrayList<>();
        for (int offset = 0; offset < 2_000; offset++) {
            entries.add(entry(offset, ("e-" + thread + "-" + offset + "-").repeat(1 + offset % 7)));
        }
        return entries;
    }

    private static JournalEntry entry(long offset, String eventId) {
        Origin origin = new Origin("a-suppliers-topic", 0, offset);
        return new JournalEntry(Instant.ofEpochMilli(offset), origin, Reports.live(eventId));
    }
}

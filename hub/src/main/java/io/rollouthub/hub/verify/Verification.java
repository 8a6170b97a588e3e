package io.rollouthub.hub.verify;

import io.rollouthub.domain.store.Tables;
import io.rollouthub.entry.EntryReader;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.LeftOutEntries;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.reader.TopicIntake;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.runtime.VerdictMarks;
import io.rollouthub.timetravel.Rerun;
import io.rollouthub.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Works out anew what follows from the journal, one partition after the other, and holds what was published against it.
 *
 * @param progress is told of how many records have been read by now
 */
public record Verification(Connection hub, LongConsumer progress) {
    /**
     * What it came to.
     *
     * @param entries of the journal that were applied
     * @param positions by partition of the journal, up to where
     */
    public record Verified(long entries, SortedMap<Integer, Long> positions, Differences differences) {}

    /** Does it, of each partition as of a moment at which the ledger rests there. */
    public Verified run() throws InterruptedException {
        SortedMap<Integer, AtRest> moments = AtRest.await(hub);
        Differences differences = new Differences();
        long[] read = {0};
        long entries = 0;
        SortedMap<Integer, Long> positions = new TreeMap<>();
        Map<Integer, List<Rejected>> refused = new TreeMap<>();
        Map<Integer, Long> imported = new VerdictMarks(hub.client(), hub.registry()).imported();
        for (Map.Entry<Integer, AtRest> moment : moments.entrySet()) {
            ReadModel expected = new ReadModel();
            Refused told = new Refused(expected, imported.getOrDefault(moment.getKey(), 0L));
            entries += workOut(moment.getKey(), moment.getValue().position(), told, read);
            differences.add(published(moment.getValue(), read), expected);
            positions.put(moment.getKey(), moment.getValue().position());
            refused.put(moment.getKey(), told.toSuppliers());
        }
        new RefusalsOnTopics(hub, more -> progress.accept(read[0] += more)).compare(refused, positions, differences);
        return new Verified(entries, positions, differences);
    }

    /** Of what was imported no supplier was told, and nothing written to its rejected topic. */
    private static final class Refused {
        private final ReadModel model;
        private final long imported;
        private boolean isBehind;
        private int ofImport;

        Refused(ReadModel model, long imported) {
            this.model = model;
            this.imported = imported;
        }

        void comesTo(long offset) {
            if (!isBehind && offset >= imported) {
                isBehind = true;
                ofImport = model.rejected().size();
            }
        }

        List<Rejected> toSuppliers() {
            List<Rejected> all = model.rejected();
            return isBehind ? all.subList(ofImport, all.size()) : List.of();
        }
    }

    private long workOut(int partition, long position, Refused told, long[] read) {
        TopicPartition journal = new TopicPartition(Topics.JOURNAL.name(), partition);
        EntryReader entries = LeftOutEntries.reader(hub, skipped -> {});
        Rerun ledger = new Rerun(Tables.inMemory(), told.model);
        long before = read[0];
        try (TopicReader reader = TopicReader.of(hub.client(), List.of(journal))) {
            reader.readTo(Map.of(journal, position), record -> {
                JournalEntry entry = entries.read(record);
                if (entry != null) {
                    told.comesTo(record.offset());
                    ledger.apply(entry);
                }
                progress.accept(++read[0]);
            });
        }
        ledger.round();
        return read[0] - before;
    }

    private ReadModel published(AtRest moment, long[] read) {
        ReadModel published = new ReadModel();
        TopicIntake intake = new TopicIntake(hub.registry(), published);
        try (TopicReader reader = TopicReader.of(hub.client(), moment.ends().keySet())) {
            reader.readTo(moment.ends(), record -> {
                intake.accept(record);
                progress.accept(++read[0]);
            });
        }
        return published;
    }
}

package io.rollouthub.console.live;

import io.rollouthub.console.live.HeldReports.Placed;
import io.rollouthub.entry.EntryReader;
import io.rollouthub.entry.UnreadableEntryException;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.LeftOutEntries;
import io.rollouthub.reader.TopicReader;
import io.rollouthub.topic.Topics;
import java.util.List;
import java.util.function.Consumer;

/** Reads what the journal of a hub has on one cluster, and its programmes; of the rest it looks at the keys alone. */
record JournalAgain(Connection hub) implements HeldReports.Again {
    @Override
    public void read(String cluster, Consumer<Placed> to) {
        EntryReader entries = LeftOutEntries.reader(hub, skipped -> {});
        try (TopicReader reader = new TopicReader(hub.client(), List.of(Topics.JOURNAL.name()))) {
            reader.readToEnd(record -> {
                if (cluster.equals(record.key()) || Topics.PROGRAMME_KEY.equals(record.key())) {
                    try {
                        JournalEntry entry = entries.read(record);
                        if (entry != null) {
                            to.accept(new Placed(record.partition(), entry));
                        }
                    } catch (UnreadableEntryException e) {
                        // Said by whoever follows the journal.
                    }
                }
            });
        }
    }
}

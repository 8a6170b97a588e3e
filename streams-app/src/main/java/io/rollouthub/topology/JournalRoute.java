package io.rollouthub.topology;

import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.api.Record;

/** How an entry stands in the journal, whoever writes it there: under which key, where, and at which time of Kafka's. */
public final class JournalRoute {
    private JournalRoute() {}

    /** A report's cluster, or what else it is. */
    public static String keyOf(JournalEntry entry) {
        return Entry.of(entry).key();
    }

    /** The record of an entry. */
    static Record<String, JournalEntry> record(JournalEntry entry) {
        return new Record<>(keyOf(entry), entry, timestampOf(entry));
    }

    /** Ticks and programmes go to all partitions; empty: a report goes to its cluster's, by Kafka's own hash of the key. */
    public static Optional<Set<Integer>> partitions(JournalEntry entry, int of) {
        return Entry.of(entry).report() == null
                ? Optional.of(IntStream.range(0, of).boxed().collect(Collectors.toSet()))
                : Optional.empty();
    }

    /** Kafka's timestamp: there is none before 1970. */
    public static long timestampOf(JournalEntry entry) {
        return Math.max(0, entry.getAcceptedAt().toEpochMilli());
    }
}

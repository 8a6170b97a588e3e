package io.rollouthub.topology;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.topic.Topics;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;

/** How an entry stands in the journal, whoever writes it there: under which key, where, and at which time of Kafka's. */
public final class JournalRoute {
    private JournalRoute() {}

    /** An event's cluster, or what else it is. */
    public static String keyOf(JournalEntry entry) {
        if (entry.getEntry() instanceof SpecificRecord event && ReportedEvent.isOne(event)) {
            return ReportedEvent.of(event).cluster();
        }
        return entry.getEntry() instanceof Tick ? Topics.TICK_KEY : Topics.PROGRAMME_KEY;
    }

    /** Ticks and programmes go to all partitions; empty: an event goes to its cluster's, by Kafka's own hash of the key. */
    public static Optional<Set<Integer>> partitions(JournalEntry entry, int of) {
        return entry.getEntry() instanceof SpecificRecord event && ReportedEvent.isOne(event)
                ? Optional.empty()
                : Optional.of(IntStream.range(0, of).boxed().collect(Collectors.toSet()));
    }

    /** Kafka's timestamp: there is none before 1970. */
    public static long timestampOf(JournalEntry entry) {
        return Math.max(0, entry.getAcceptedAt().toEpochMilli());
    }
}

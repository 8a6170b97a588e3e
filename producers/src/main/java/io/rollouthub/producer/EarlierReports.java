package io.rollouthub.producer;

import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.registry.SchemaRegistry;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.serde.AvroReader;
import io.rollouthub.serde.UndecodableException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Which reports a supplier has in the journal, to warn it of one that replaces a report which is not there.
 *
 * <p>Nothing is read before a report has a {@code replaces}; then the journal's partition is read up to that report, on
 * a thread and a connection of its own, and for later ones on from there.
 */
final class EarlierReports {
    private static final Duration POLL = Duration.ofMillis(100);

    private final String supplier;
    private final Supplier<Consumer<String, byte[]>> opener;
    private final AvroReader reader;
    private final Duration patience;
    private final Set<Id> known = new HashSet<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(EarlierReports::thread);
    private @Nullable Consumer<String, byte[]> journal;
    private volatile boolean closed;

    /** What a report is called by others of its supplier on the same thing. */
    private record Id(FactKey key, String eventId) {}

    /** Of a supplier, in a journal that the opener can read; one look takes no longer than the patience. */
    EarlierReports(
            String supplier, Supplier<Consumer<String, byte[]>> opener, SchemaRegistry registry, Duration patience) {
        this.supplier = supplier;
        this.opener = opener;
        this.reader = new AvroReader(registry, List.of(JournalEntry.getClassSchema()));
        this.patience = patience;
    }

    /**
     * Looks whether an accepted report replaces one that stands at or before its own place in the journal.
     *
     * @param then is given the warning if it doesn't, or if that cannot be found out, else null; on another thread
     */
    void look(
            ReportedEvent report,
            String replaces,
            ConsumerRecord<String, byte[]> place,
            java.util.function.Consumer<@Nullable String> then) {
        if (!report.supplier().equals(supplier)) {
            then.accept(null);
            return;
        }
        executor.execute(() -> then.accept(warning(report, replaces, place)));
    }

    /** Looks no more. */
    void close(Duration atMost) throws InterruptedException {
        closed = true;
        executor.execute(() -> {
            if (journal != null) {
                journal.close();
            }
        });
        executor.shutdown();
        executor.awaitTermination(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    private @Nullable String warning(ReportedEvent report, String replaces, ConsumerRecord<String, byte[]> place) {
        String named = "'replaces' names \"" + replaces + "\"";
        String thing = report.key().name();
        try {
            if (!readTo(new TopicPartition(place.topic(), place.partition()), place.offset())) {
                return named + "; the journal could not be read in time to see whether " + supplier
                        + " has sent such a report on " + thing;
            }
        } catch (RuntimeException e) { // of Kafka or the registry: the verdict is known, whatever it is
            return named + "; whether " + supplier + " has sent such a report on " + thing + " could not be looked up: "
                    + e.getMessage();
        }
        return known.contains(new Id(report.key(), replaces))
                ? null
                : named + ", which is no report of " + supplier + " on " + thing
                        + " (yet): it was accepted and counts beside the others; send that report, or this one again with"
                        + " the right id and an eventId of its own";
    }

    /** False: not in time. */
    private boolean readTo(TopicPartition partition, long offset) {
        if (next.getOrDefault(partition, 0L) > offset) {
            return true;
        }
        Consumer<String, byte[]> consumer = journal();
        consumer.assign(List.of(partition));
        if (next.containsKey(partition)) {
            consumer.seek(partition, next.get(partition));
        } else {
            consumer.seekToBeginning(List.of(partition));
        }
        Deadline deadline = Deadline.in(patience);
        while (next.getOrDefault(partition, 0L) <= offset) {
            if (closed || deadline.isOver()) {
                return false;
            }
            for (ConsumerRecord<String, byte[]> each : consumer.poll(POLL)) {
                note(each);
                next.put(partition, each.offset() + 1);
            }
        }
        return true;
    }

    private void note(ConsumerRecord<String, byte[]> entry) {
        ReportedEvent report;
        try {
            report = Entry.of((JournalEntry) reader.read(entry.value())).report();
        } catch (UndecodableException | DateTimeException | IllegalArgumentException e) {
            return; // a newer hub's
        }
        if (report != null && report.supplier().equals(supplier)) {
            known.add(new Id(report.key(), report.eventId()));
        }
    }

    private Consumer<String, byte[]> journal() {
        Consumer<String, byte[]> open = journal;
        if (open == null) {
            open = opener.get();
            journal = open;
        }
        return open;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "rollout-earlier-reports");
        thread.setDaemon(true);
        return thread;
    }
}

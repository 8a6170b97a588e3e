package io.rollouthub.testkit;

import io.rollouthub.entry.Entry;
import io.rollouthub.entry.Entry.ReportEntry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.output.AlertTransition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a hub was given, and what came of it, for {@link Guarantee}s to judge.
 *
 * @param sent the eventIds of all that suppliers sent
 * @param journal its entries by partition, in order
 * @param rejected the eventIds of the records that were rejected
 * @param told the transitions that were published, those of a cluster in order
 * @param expected the transitions that a ledger makes of that journal which was never disturbed
 */
public record Run(
        Collection<String> sent,
        Map<Integer, List<JournalEntry>> journal,
        Collection<String> rejected,
        List<AlertTransition> told,
        List<AlertTransition> expected) {

    /** The eventIds of everything that was judged, as often as it was. */
    Stream<String> judged() {
        Stream<String> accepted = journal.values().stream()
                .flatMap(Run::reports)
                .map(entry -> entry.report().eventId());
        return Stream.concat(accepted, rejected.stream());
    }

    static Stream<ReportEntry> reports(List<JournalEntry> entries) {
        return entries.stream()
                .map(Entry::of)
                .flatMap(entry -> entry instanceof ReportEntry report ? Stream.of(report) : Stream.empty());
    }

    static List<Instant> ticks(List<JournalEntry> entries) {
        return entries.stream()
                .map(Entry::of)
                .filter(Entry::isTick)
                .map(Entry::acceptedAt)
                .toList();
    }
}

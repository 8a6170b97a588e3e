package io.rollouthub.docs;

import io.rollouthub.domain.ledger.Ledger;
import io.rollouthub.domain.ledger.Result;
import io.rollouthub.domain.ledger.Result.Judged;
import io.rollouthub.domain.store.Tables;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.topology.Outputs;
import java.util.ArrayList;
import java.util.List;

/** What the ledger publishes on one entry of a journal, in order. */
final class Published {
    private Published() {}

    /** A record on one of the output topics, in the form of {@link Page#json}. */
    record Output(String topic, String json) {}

    /** Applies a journal and tells what its last entry led to. */
    static List<Output> byTheLastOf(List<JournalEntry> journal) {
        Ledger ledger = new Ledger(Tables.inMemory());
        List<Result> results = List.of();
        for (JournalEntry entry : journal) {
            results = new ArrayList<>(ledger.apply(Entry.of(entry)));
            results.addAll(ledger.round());
        }
        return results.stream()
                .filter(result -> !(result instanceof Judged))
                .map(result -> new Output(
                        Outputs.topicOf(result).name(), result.value() == null ? "gone" : Page.json(result.value())))
                .toList();
    }
}

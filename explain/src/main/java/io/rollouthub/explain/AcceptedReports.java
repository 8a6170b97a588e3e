package io.rollouthub.explain;

import io.rollouthub.domain.fact.Histories;
import io.rollouthub.domain.fact.History;
import io.rollouthub.domain.store.Table;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.ReportedEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The reports on a cluster that its ledger has accepted, and when each of them came. */
final class AcceptedReports {
    private final String cluster;
    private final Table<JournalEntry> reports;
    private final Histories histories;

    /** By name: an eventId is unique only for its supplier and the thing it is about. */
    private final Map<String, Map<FactKey, Instant>> arrivals = new HashMap<>();

    /** @param reports as the ledger keeps them */
    AcceptedReports(String cluster, Table<JournalEntry> reports) {
        this.cluster = cluster;
        this.reports = reports;
        this.histories = new Histories(reports);
    }

    /** Notes when a report comes; of those with one name the ledger accepts the first. */
    void note(ReportedEvent report, Instant acceptedAt) {
        arrivals.computeIfAbsent(report.cause(), cause -> new HashMap<>(2)).putIfAbsent(report.key(), acceptedAt);
    }

    Instant acceptedAt(ReportedEvent report) {
        return Objects.requireNonNull(
                arrivals.getOrDefault(report.cause(), Map.of()).get(report.key()));
    }

    History of(FactKey key) {
        return histories.of(key);
    }

    /** The accepted reports of a name, {@code supplier/eventId}; there can be several, on different things. */
    List<ReportedEvent> named(String cause) {
        return arrivals.getOrDefault(cause, Map.of()).keySet().stream()
                .flatMap(key -> of(key).reports().stream())
                .filter(report -> report.cause().equals(cause))
                .sorted()
                .toList();
    }

    /** Every site's go-live on which there are reports. */
    List<FactKey> goLives() {
        return all(EventKind.GO_LIVE).map(ReportedEvent::key).distinct().toList();
    }

    /** A supplier's reports, in the order in which they came. */
    List<ReportedEvent> of(String supplier) {
        return Stream.of(EventKind.values())
                .flatMap(this::all)
                .filter(report -> report.supplier().equals(supplier))
                .sorted(Comparator.comparing(this::acceptedAt).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private Stream<ReportedEvent> all(EventKind kind) {
        return reports.under(cluster + "/" + kind + "/").stream()
                .map(entry -> Objects.requireNonNull(Entry.of(entry.getValue()).report()));
    }
}

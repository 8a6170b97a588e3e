package io.rollouthub.explain;

import io.rollouthub.domain.fact.Histories;
import io.rollouthub.domain.fact.Histories.Admission;
import io.rollouthub.domain.fact.History;
import io.rollouthub.domain.fact.Openers;
import io.rollouthub.domain.fact.Rights;
import io.rollouthub.domain.store.MemoryTable;
import io.rollouthub.domain.store.Table;
import io.rollouthub.entry.Entry;
import io.rollouthub.journal.JournalEntry;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.ReportedEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reports of a journal on one cluster that count: what is repeated or refused does not. For one thread at a time. */
final class AcceptedReports {
    private final String cluster;
    private final Table<JournalEntry> reports = new MemoryTable<>();
    private final Histories histories = new Histories(reports);
    private final Openers openers = new Openers(new MemoryTable<>());

    /** On how many things each supplier's report was the first. */
    private final Map<String, Integer> opened = new HashMap<>();

    /** What a name's reports are on: an eventId is unique only for its supplier and the thing it is about. */
    private final Map<String, List<FactKey>> named = new HashMap<>();

    /** What has reports that replace one which has not come. */
    private final Set<FactKey> waiting = new HashSet<>();

    private Instant latest = Instant.EPOCH;

    AcceptedReports(String cluster) {
        this.cluster = cluster;
    }

    /**
     * Takes in the next report on the cluster, if it counts.
     *
     * @param rights by the programme in force there; null before any
     */
    void accept(ReportedEvent report, JournalEntry entry, @Nullable Rights rights) {
        History known = of(report.key());
        if (histories.judge(report, known) == Admission.ACCEPTED && isAllowed(report, known, rights)) {
            if (known.reports().isEmpty()) {
                opened.merge(report.supplier(), 1, Integer::sum);
            }
            openers.add(report.supplier(), known);
            histories.keep(report, entry, known.with(report));
            latest = entry.getAcceptedAt().isAfter(latest) ? entry.getAcceptedAt() : latest;
            named.merge(
                    report.cause(), List.of(report.key()), (before, one) -> Stream.concat(before.stream(), one.stream())
                            .toList());
            if (report.replaces() != null || waiting.contains(report.key())) {
                if (of(report.key()).replacingUnknown().isEmpty()) {
                    waiting.remove(report.key());
                } else {
                    waiting.add(report.key());
                }
            }
        }
    }

    private boolean isAllowed(ReportedEvent report, History known, @Nullable Rights rights) {
        return rights == null
                || rights.judge(report, known, openers, opened.getOrDefault(report.supplier(), 0))
                        == Admission.ACCEPTED;
    }

    /** The reports that replace one which has not come, in report order. */
    List<ReportedEvent> replacingUnknown() {
        return waiting.stream()
                .flatMap(key -> of(key).replacingUnknown().stream())
                .sorted()
                .toList();
    }

    /** When the latest of them came. */
    Instant latest() {
        return latest;
    }

    /** When it came; of those with one name on one thing the first counts. */
    Instant acceptedAt(ReportedEvent report) {
        return Objects.requireNonNull(reports.get(report.place())).getAcceptedAt();
    }

    History of(FactKey key) {
        return histories.of(key);
    }

    /** What had come by an instant. */
    History of(FactKey key, Instant by) {
        return new History(
                key,
                of(key).reports().stream()
                        .filter(report -> !acceptedAt(report).isAfter(by))
                        .toList());
    }

    /** The accepted reports of a name, {@code supplier/eventId}; there can be several, on different things. */
    List<ReportedEvent> named(String cause) {
        return named.getOrDefault(cause, List.of()).stream()
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
        return reports.under(FactKey.kind(cluster, kind)).stream()
                .map(entry -> Objects.requireNonNull(Entry.of(entry.getValue()).report()));
    }
}

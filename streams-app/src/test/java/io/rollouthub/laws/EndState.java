package io.rollouthub.laws;

import io.rollouthub.journal.JournalEntry;
import io.rollouthub.journal.Tick;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.SupplierStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a ledger's topics say in the end, as texts by topic and key. */
final class EndState {
    private EndState() {}

    /** A tick behind all that is in a journal; applied twice it has every figure worked out afresh. */
    static JournalEntry lastTick(List<JournalEntry> journal) {
        Instant last = journal.stream()
                .map(JournalEntry::getAcceptedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new JournalEntry(last.plusSeconds(1), null, new Tick());
    }

    /** All transitions and all latest values. */
    static SortedMap<String, String> history(Recording ledger) {
        SortedMap<String, String> texts = facts(ledger);
        put(texts, "alert/", ledger.alerts);
        put(texts, "cluster/", ledger.clusters);
        put(texts, "supplier/", ledger.suppliers);
        put(texts, "forecast/", ledger.forecasts);
        put(texts, "supplier-record/", ledger.supplierRecords);
        int number = 0;
        for (Object transition : ledger.transitions) {
            texts.put("transition/%05d".formatted(number++), transition.toString());
        }
        return texts;
    }

    /**
     * What the set of reports and the clock alone decide. When something was found, and so how often and since when an
     * alert on numbers is open, depends on the order of arrival, and whether MILESTONE_AT_RISK, which stays a while, is open
     * at all; with reports of one instant the latest does too.
     */
    static SortedMap<String, String> ofReports(Recording ledger) {
        SortedMap<String, String> texts = facts(ledger);
        for (Alert alert : ledger.alerts.values()) {
            if (alert.getState() == AlertState.OPEN && alert.getKind() != AlertKind.MILESTONE_AT_RISK) {
                texts.put("open/" + alert.getAlertId(), String.valueOf(whatReportsDecide(alert)));
            }
        }
        for (ClusterStatus cluster : ledger.clusters.values()) {
            texts.put(
                    "cluster/" + cluster.getCluster(),
                    ClusterStatus.newBuilder(cluster).setOpenWarning(0).build().toString());
        }
        for (Map.Entry<String, SupplierStatus> supplier : ledger.suppliers.entrySet()) {
            texts.put(
                    "supplier/" + supplier.getKey(),
                    SupplierStatus.newBuilder(supplier.getValue())
                            .setLastEventId(null)
                            .build()
                            .toString());
        }
        return texts;
    }

    /** As {@link #ofReports}, without what the instants of acceptance decide: how long suppliers have been silent. */
    static SortedMap<String, String> whenever(Recording ledger) {
        SortedMap<String, String> texts = ofReports(ledger);
        texts.keySet().removeIf(key -> key.startsWith("open/") && key.contains("/" + AlertKind.SUPPLIER_SILENT + "/"));
        for (Map.Entry<String, SupplierStatus> supplier : ledger.suppliers.entrySet()) {
            texts.put(
                    "supplier/" + supplier.getKey(),
                    SupplierStatus.newBuilder(supplier.getValue())
                            .setLastEventId(null)
                            .setLastAcceptedAt(null)
                            .build()
                            .toString());
        }
        return texts;
    }

    /** The first key by which two states differ, with both texts; null if there is none. */
    static @Nullable String firstDifference(Map<String, String> one, Map<String, String> other) {
        SortedMap<String, String> all = new TreeMap<>(one);
        other.forEach(all::putIfAbsent);
        for (String key : all.keySet()) {
            if (!Objects.equals(one.get(key), other.get(key))) {
                return key + "\n  one:   " + one.get(key) + "\n  other: " + other.get(key);
            }
        }
        return null;
    }

    private static SortedMap<String, String> facts(Recording ledger) {
        SortedMap<String, String> texts = new TreeMap<>();
        ledger.milestones.forEach((key, milestone) -> texts.put(
                "milestone/" + key,
                MilestoneState.newBuilder(milestone)
                        .setAt(Instant.EPOCH)
                        .build()
                        .toString()));
        ledger.supplierRecords.forEach((key, record) -> texts.put(
                "promises/" + key,
                List.of(
                                record.getPromisesKept(),
                                record.getPromisesBroken(),
                                record.getPromisesWithdrawn(),
                                record.getPromisesStanding())
                        .toString()));
        put(texts, "rate/", ledger.rates);
        put(texts, "contract/", ledger.contracts);
        put(texts, "revision/", ledger.revisions);
        return texts;
    }

    private static void put(SortedMap<String, String> texts, String topic, Map<String, ?> values) {
        values.forEach((key, value) -> texts.put(topic + key, value.toString()));
    }

    private static List<@Nullable Object> whatReportsDecide(Alert alert) {
        return Arrays.asList(
                alert.getKind() == AlertKind.MILESTONE_MISSED ? alert.getStartsAt() : null,
                alert.getTitle(),
                alert.getDue(),
                alert.getProgress(),
                alert.getCount(),
                alert.getSlips(),
                alert.getSlipDays(),
                alert.getProbability(),
                alert.getLastAcceptedAt(),
                alert.getKind() == AlertKind.SUPPLIER_SILENT ? null : alert.getCauses(),
                alert.getKind() == AlertKind.SUPPLIER_SILENT ? null : alert.getCauseCount(),
                alert.getSummary());
    }
}

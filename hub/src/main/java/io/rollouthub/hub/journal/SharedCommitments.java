package io.rollouthub.hub.journal;

import io.rollouthub.entry.Entry;
import io.rollouthub.programme.Programme;
import io.rollouthub.programme.Supplier;
import io.rollouthub.reader.Connection;
import io.rollouthub.reader.HubReader;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.ReportedEvent;
import io.rollouthub.runtime.Provisioning;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The commitments of a journal on which several suppliers have reported, each with them in the journal's order: the first has
 * opened it. They change hands when a programme brings the rule that a commitment is its opener's.
 */
public final class SharedCommitments {
    private final SortedMap<String, Set<String>> reporters = new TreeMap<>();

    SharedCommitments() {}

    /** What a person is told, a line each, before a programme brings owners to a journal that has begun; else nothing. */
    public static List<String> changingHands(Connection hub, Provisioning.Preparation preparation) {
        return preparation.bringsOwners() ? read(hub).lines(preparation.programme()) : List.of();
    }

    /** Reads the journal to its end. */
    private static SharedCommitments read(Connection hub) {
        SharedCommitments shared = new SharedCommitments();
        new HubReader(hub).journal((partition, entry) -> {
            if (Entry.of(entry) instanceof Entry.ReportEntry report) {
                shared.add(report.report());
            }
        });
        return shared;
    }

    void add(ReportedEvent report) {
        if (report.key().kind() == EventKind.COMMITMENT) {
            reporters
                    .computeIfAbsent(report.key().name(), any -> new LinkedHashSet<>())
                    .add(report.supplier());
        }
    }

    /** Those whose later reports a programme will have refused. */
    List<String> lines(Programme programme) {
        List<String> lines = new ArrayList<>();
        reporters.forEach((commitment, suppliers) -> {
            String opener = suppliers.iterator().next();
            List<String> refused = new ArrayList<>(suppliers);
            refused.remove(opener);
            programme.getSuppliers().stream()
                    .filter(one -> one.getSupplier().equals(opener))
                    .map(Supplier::getMayBeReportedBy)
                    .findFirst()
                    .ifPresentOrElse(refused::removeAll, refused::clear);
            if (!refused.isEmpty()) {
                lines.add("commitment " + commitment + " was opened by " + opener
                        + ": from now on reports on it by " + String.join(", ", refused)
                        + " are refused (NOT_OWNER) unless suppliers." + opener + ".may-be-reported-by lists them");
            }
        });
        return lines;
    }
}

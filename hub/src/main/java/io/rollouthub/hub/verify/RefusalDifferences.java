package io.rollouthub.hub.verify;

import io.rollouthub.check.Reason;
import io.rollouthub.journal.Origin;
import io.rollouthub.reader.rejected.Rejected;
import io.rollouthub.report.OriginKey;
import io.rollouthub.topic.SupplierTopics;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * In what the refusals on the rejected topics differ from those that follow from the journal, by where the record came from
 * and why it was refused. What a ledger of before refused once more behind a reset counts once. For one thread.
 */
final class RefusalDifferences {
    private final Map<Refused, Set<Reason>> published = new LinkedHashMap<>();
    private final Differences found;

    /** A record on a supplier's topic; a topic that was made anew begins anew, at another time. */
    record Refused(Origin origin, Instant acceptedAt) {
        static Refused of(Rejected rejected) {
            return new Refused(rejected.why().origin(), rejected.why().acceptedAt());
        }

        @Override
        public String toString() {
            return OriginKey.of(origin).toString();
        }
    }

    RefusalDifferences(Differences found) {
        this.found = found;
    }

    /** Takes in a record of a rejected topic; what the gate has refused is not looked at. */
    void published(Rejected one) {
        Reason reason = one.why().refusal().reason();
        if (reason.isByLedger()) {
            published
                    .computeIfAbsent(Refused.of(one), any -> new LinkedHashSet<>())
                    .add(reason);
        }
    }

    /**
     * Compares those that follow from one partition of the journal, in its order.
     *
     * @param isCut whether Kafka has deleted the oldest records of a rejected topic: what would stand there alone is not compared
     */
    void compare(List<Rejected> expected, Predicate<String> isCut) {
        Set<String> seen = new HashSet<>();
        for (Rejected wanted : expected) {
            String topic = SupplierTopics.rejected(wanted.supplier());
            Reason reason = wanted.why().refusal().reason();
            Set<Reason> reasons = published.remove(Refused.of(wanted));
            if (reasons != null) {
                seen.add(topic);
                found.refusals().row();
                if (!reasons.equals(Set.of(reason))) {
                    found.refusals().add(words(wanted), "is refused for " + names(reasons) + " instead of " + reason);
                }
            } else if (isCut.test(topic) && !seen.contains(topic)) {
                found.refusalNotSeen();
            } else {
                found.refusals().row();
                found.refusals().add(words(wanted), reason + " is missing");
            }
        }
    }

    /** Whether there is anything that does not follow from what was compared. */
    boolean isAnyLeft() {
        return !published.isEmpty();
    }

    /** Compares the rest, but for what was refused of entries that are not looked at. */
    void compareRest(Set<Refused> notLookedAt) {
        published.keySet().removeAll(notLookedAt);
        published.forEach((place, reasons) -> {
            found.refusals().row();
            found.refusals().add(place.toString(), names(reasons) + " is there, and follows from nothing");
        });
    }

    private static String words(Rejected one) {
        return Refused.of(one) + " (" + one.eventId() + ")";
    }

    private static String names(Set<Reason> reasons) {
        return reasons.stream().map(Reason::name).collect(Collectors.joining(" and "));
    }
}

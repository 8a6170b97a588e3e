package io.rollouthub.domain.ledger;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.fact.History;
import io.rollouthub.domain.fact.Revision;
import io.rollouthub.output.PlanRevision;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A milestone's revisions, published so that a milestone trend chart can be drawn from the topic alone. */
final class PlanRevisions {
    private PlanRevisions() {}

    /** Publishes the revisions by which two histories of one thing differ; without a due date there is no milestone. */
    static void publish(History before, History after, Outbox outbox) {
        Map<String, PlanRevision> was = byKey(before);
        Map<String, PlanRevision> is = byKey(after);
        TreeSet<String> keys = new TreeSet<>(was.keySet());
        keys.addAll(is.keySet());
        for (String key : keys) {
            PlanRevision revision = is.get(key);
            if (revision == null || !revision.equals(was.get(key))) {
                outbox.revision(key, revision);
            }
        }
    }

    private static Map<String, PlanRevision> byKey(History history) {
        Map<String, PlanRevision> revisions = new TreeMap<>();
        Fact fact = history.fold();
        if (fact.due() == null) {
            return revisions;
        }
        String milestone = history.key().milestone();
        for (Revision revision : fact.revisions()) {
            revisions.put(
                    history.key().cluster() + "/" + milestone + "/"
                            + revision.report().cause(),
                    new PlanRevision(
                            history.key().cluster(),
                            milestone,
                            revision.report().reportedAt(),
                            revision.date(),
                            revision.report().supplier(),
                            revision.report().eventId(),
                            revision.report().source()));
        }
        return revisions;
    }
}

package io.rollouthub.domain.forecast;

import io.rollouthub.domain.fact.Fact;
import io.rollouthub.domain.fact.History;
import io.rollouthub.domain.forecast.Counter.Appeared;
import io.rollouthub.domain.forecast.Counter.Baseline;
import io.rollouthub.domain.forecast.Counter.Ended;
import io.rollouthub.domain.forecast.Counter.Pending;
import io.rollouthub.domain.forecast.Counter.Withdrawn;
import io.rollouthub.domain.time.CivilTime;
import io.rollouthub.report.EventKind;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.ReportedEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What one go-live or release adds to its cluster's counters. */
final class FactCounters {
    private FactCounters() {}

    static List<Counter> of(History history, CivilTime time) {
        List<ReportedEvent> standing = history.standing();
        if (standing.isEmpty()) {
            return List.of();
        }
        FactKey key = history.key();
        Fact fact = history.fold();
        Promises promises = PromiseFold.of(history, time);
        List<Counter> counters = new ArrayList<>();
        promises.ended().forEach(one -> counters.add(ended(one, fact)));
        promises.withdrawn().forEach(one -> counters.add(new Withdrawn(one.supplier())));
        if (fact.achieved() == null && !fact.withdrawn() && fact.due() != null) {
            counters.add(pending(key, fact, promises));
        }
        if (key.kind() == EventKind.GO_LIVE && fact.baseline() != null) {
            counters.add(new Baseline(key.product(), key.release(), fact.baseline()));
        }
        if (key.kind() == EventKind.GO_LIVE && fact.achieved() != null) {
            LocalDate told = time.dateAt(standing.get(0).reportedAt());
            LocalDate appeared = told.isBefore(fact.achieved()) ? told : fact.achieved();
            counters.add(new Appeared(key.product(), key.release(), appeared, Days.between(appeared, fact.achieved())));
        }
        return counters;
    }

    private static Counter pending(FactKey key, Fact fact, Promises promises) {
        Promise stands = promises.standing();
        return new Pending(
                key.kind(),
                key.product(),
                key.release(),
                stands == null ? Objects.requireNonNull(fact.owner()) : stands.supplier(),
                Objects.requireNonNull(fact.due()),
                stands == null ? null : stands.made());
    }

    private static Counter ended(EndedPromise ended, Fact fact) {
        Promise promise = ended.promise();
        LocalDate live = fact.achieved();
        boolean open = !ended.kept() && live == null && !fact.withdrawn();
        int daysLate = ended.kept() || live == null ? 0 : Math.max(1, Days.between(promise.due(), live));
        return new Ended(
                promise.supplier(), ended.kept(), promise.from(), ended.to(), daysLate, open ? promise.due() : null);
    }
}

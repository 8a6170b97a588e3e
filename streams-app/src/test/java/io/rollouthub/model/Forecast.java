package io.rollouthub.model;

import io.rollouthub.event.GoLiveCount;
import io.rollouthub.output.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** §9.4 to §9.7: what is forecast of a milestone at a moment. */
record Forecast(
        @Nullable Double probability,
        @Nullable LocalDate p50,
        @Nullable LocalDate p85,
        @Nullable EvidenceView evidence) {
    static final Forecast NONE = new Forecast(null, null, null, null);
    private static final double MIDDLE = 0.50;
    private static final double SAFE = 0.85;

    static Forecast of(Milestone milestone, Moment moment) {
        CountForecast count = ofCount(milestone, moment);
        if (count != null) {
            return count.exists() ? of(count) : NONE;
        }
        return milestone.isDate()
                        && moment.outstanding(milestone)
                        && moment.promises().enough()
                ? ofDate(milestone, moment)
                : NONE;
    }

    /** §9.5: of a GoLiveCount commitment that is PENDING; null of anything else. */
    static @Nullable CountForecast ofCount(Milestone milestone, Moment moment) {
        GoLiveCount target = milestone.goLiveCount();
        LocalDate made0 = milestone.made0();
        if (target == null || made0 == null || moment.status(milestone) != Status.PENDING) {
            return null;
        }
        List<Awaited> sites = new ArrayList<>();
        List<CountForecast.Live> lives = new ArrayList<>();
        LocalDate first = null;
        for (SiteFact site : moment.facts().sites()) {
            if (site.matches(target)) { // `since` does not limit it
                Plan plan = site.plan();
                if (plan.live != null) {
                    lives.add(new CountForecast.Live(plan.live, earlier(site.reportedFirst(), plan.live)));
                    first = earlier(plan.live, first);
                } else if (!plan.withdrawn && plan.due != null) {
                    sites.add(awaited(site.id(), plan.due, moment.promises()));
                }
                first = plan.baseline == null ? first : earlier(plan.baseline, first);
            }
        }
        return new CountForecast(
                moment.today(),
                milestone.due(),
                target.getCount(),
                target.getCount() - milestone.progressMade(),
                made0,
                sites,
                lives,
                first,
                moment.promises().enough(),
                moment.promises().lateness(),
                new HashMap<>());
    }

    private static LocalDate earlier(LocalDate one, @Nullable LocalDate other) {
        return other == null || one.isBefore(other) ? one : other;
    }

    private static Awaited awaited(String id, LocalDate due, Promises promises) {
        Promise standing = promises.standing(id);
        return new Awaited(due, standing != null, standing == null ? 0 : promises.q(standing));
    }

    /** `probability` = P(due). */
    private static Forecast of(CountForecast count) {
        return new Forecast(
                count.probability(count.due()),
                DateSearch.date(MIDDLE, count.today(), count::probability),
                DateSearch.date(SAFE, count.today(), count::probability),
                EvidenceView.ofCount(count));
    }

    /** §9.4: `probability` at D = due while PENDING; the dates while PENDING or MISSED. */
    private static Forecast ofDate(Milestone milestone, Moment moment) {
        LocalDate today = moment.today();
        Promises promises = moment.promises();
        Lateness lateness = promises.lateness();
        Awaited awaited = awaited(milestone.id(), milestone.due(), promises);
        boolean pending = moment.status(milestone) == Status.PENDING;
        Promise standing = promises.standing(milestone.id());
        String supplier = standing == null ? milestone.owner() : standing.supplier();
        return new Forecast(
                pending ? awaited.liveBy(milestone.due(), today, lateness) : null,
                DateSearch.date(MIDDLE, today, day -> awaited.liveBy(day, today, lateness)),
                DateSearch.date(SAFE, today, day -> awaited.liveBy(day, today, lateness)),
                pending ? EvidenceView.ofDate(promises, promises.lead(milestone.due()), supplier) : null);
    }
}

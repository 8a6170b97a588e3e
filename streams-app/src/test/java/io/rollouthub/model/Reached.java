package io.rollouthub.model;

import io.rollouthub.event.GoLiveCount;
import io.rollouthub.event.GoLiveStatus;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which cases of the forecast a model has reached, as it stands. */
final class Reached {
    static final Set<String> CASES = Set.of(
            "enough promises",
            "kept early",
            "kept on its day",
            "broken before its day",
            "broken on or after its day",
            "broken, as a later date shows after it was cancelled",
            "restored by REVERTED",
            "withdrawn promise",
            "standing promise",
            "standing for its own day",
            "days late",
            "days open",
            "date at risk",
            "date without a promise",
            "missed date with dates to come",
            "supplier with a record of its own",
            "count by enough promises",
            "count by its pace alone",
            "count without a forecast",
            "count with since",
            "count of a product",
            "count of a release",
            "count that may be reached",
            "short of plans",
            "plans suffice",
            "more needed than named",
            "fewer needed than named",
            "go-lives told shortly before",
            "by pace",
            "by arrivals, though pace is for it",
            "several sites due on a day",
            "forecast of a date KEPT",
            "forecast of a date NOT_KEPT",
            "forecast of a date VOID",
            "forecast of a date OPEN",
            "forecast of a count KEPT",
            "forecast of a count NOT_KEPT",
            "forecast of a count VOID",
            "forecast of a count OPEN",
            "at risk while plans suffice",
            "at risk, nothing known");

    private final Set<String> reached = new HashSet<>();

    private Reached() {}

    static Set<String> by(Model model) {
        Reached reached = new Reached();
        for (String cluster : model.clusters()) {
            ClusterView view = model.cluster(cluster);
            Moment moment = view.moment();
            reached.promises(moment);
            for (Milestone milestone : moment.facts().milestones().values()) {
                reached.date(milestone, moment);
                reached.count(milestone, moment, view, cluster);
            }
            view.forecasts().values().forEach(reached::forecast);
        }
        return reached.reached;
    }

    private void see(String what, boolean so) {
        if (so) {
            reached.add(what);
        }
    }

    private void promises(Moment moment) {
        Promises promises = moment.promises();
        see("enough promises", promises.enough());
        promises.histories().forEach((id, history) -> {
            Set<LocalDate> cancelled = days(id, GoLiveStatus.CANCELLED, moment);
            Set<LocalDate> reverted = days(id, GoLiveStatus.REVERTED, moment);
            for (EndedPromise ended : history.ended()) {
                see("kept early", ended.kept() && ended.to() > 0);
                see("kept on its day", ended.kept() && ended.to() == 0);
                see("broken before its day", !ended.kept() && ended.to() > 0);
                see("broken on or after its day", !ended.kept() && ended.to() == 0);
                LocalDate end = ended.promise().due().minusDays(ended.to());
                see(
                        "broken, as a later date shows after it was cancelled",
                        !ended.kept() && ended.to() > 0 && cancelled.contains(end));
                see("restored by REVERTED", reverted.contains(ended.promise().made()));
            }
            Promise standing = history.standing();
            see("withdrawn promise", !history.withdrawn().isEmpty());
            see("standing promise", standing != null);
            see("standing for its own day", standing != null && standing.from() == 0);
            see("restored by REVERTED", standing != null && reverted.contains(standing.made()));
        });
        see("days late", !promises.lateness().daysLate().isEmpty());
        see("days open", !promises.lateness().daysOpen().isEmpty());
    }

    /** The days on which such a report was made, and no other. */
    private static Set<LocalDate> days(String id, GoLiveStatus status, Moment moment) {
        Set<LocalDate> days = new HashSet<>();
        Set<LocalDate> others = new HashSet<>();
        for (Report report : moment.facts().histories().getOrDefault(id, List.of())) {
            (report.status() == status ? days : others)
                    .add(report.reportedAt().atZone(ZoneOffset.UTC).toLocalDate());
        }
        days.removeAll(others);
        return days;
    }

    private void date(Milestone milestone, Moment moment) {
        if (milestone.isDate()) {
            Forecast forecast = Forecast.of(milestone, moment);
            Double probability = forecast.probability();
            see("date at risk", probability != null && probability > 0 && probability < 0.5);
            see("date without a promise", probability != null && probability == 0);
            see("missed date with dates to come", probability == null && forecast.p50() != null);
            EvidenceView evidence = forecast.evidence();
            see(
                    "supplier with a record of its own",
                    evidence != null
                            && evidence.supplierEndedAtLead() != null
                            && evidence.supplierEndedAtLead() > 0
                            && !evidence.supplierEndedAtLead().equals(evidence.endedAtLead()));
        }
    }

    private void count(Milestone milestone, Moment moment, ClusterView view, String cluster) {
        CountForecast count = Forecast.ofCount(milestone, moment);
        GoLiveCount target = milestone.goLiveCount();
        if (count == null || target == null) {
            return;
        }
        boolean exists = count.exists();
        see("count without a forecast", !exists);
        see("count by enough promises", exists && moment.promises().enough());
        see("count by its pace alone", exists && !moment.promises().enough());
        boolean atRisk = view.openAlerts().containsKey(cluster + "/MILESTONE_AT_RISK/" + milestone.id());
        see("at risk, nothing known", atRisk && !exists);
        see("at risk while plans suffice", atRisk && exists && !count.shortOfPlans());
        if (exists) {
            see("count with since", target.getSince() != null);
            see("count of a product", target.getProduct() != null);
            see("count of a release", target.getRelease() != null);
            double probability = count.probability(count.due());
            see("count that may be reached", probability > 0.05 && probability < 0.95);
            see("short of plans", count.shortOfPlans());
            see("plans suffice", !count.shortOfPlans());
            see("more needed than named", count.needed() > count.named() && count.named() > 0);
            see("fewer needed than named", count.needed() < count.named());
            Unnamed unnamed = count.unnamed(count.due());
            see("go-lives told shortly before", unnamed.fresh() > 0);
            NegativeBinomial byPace = unnamed.byPace();
            if (byPace != null && count.named() > 0) {
                see("by pace", byPace.mean() > unnamed.byArrivals().mean());
                see(
                        "by arrivals, though pace is for it",
                        byPace.mean() < unnamed.byArrivals().mean());
            }
            Set<LocalDate> days = new HashSet<>();
            see("several sites due on a day", count.sites().stream().anyMatch(site -> !days.add(site.due())));
        }
    }

    private void forecast(ForecastView forecast) {
        String of = forecast.milestone().contains("/") ? "forecast of a date " : "forecast of a count ";
        reached.add(of + forecast.outcome());
    }
}

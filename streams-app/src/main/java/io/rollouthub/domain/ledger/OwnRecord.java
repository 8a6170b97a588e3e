package io.rollouthub.domain.ledger;

import io.rollouthub.domain.forecast.LeadRecord;
import io.rollouthub.domain.ledger.Result.ForecastRow;
import io.rollouthub.domain.milestone.MilestoneFigures;
import io.rollouthub.domain.store.IndexPath;
import io.rollouthub.domain.store.Table;
import io.rollouthub.output.Forecast;
import io.rollouthub.output.MilestoneKind;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Outcome;
import io.rollouthub.output.Status;
import io.rollouthub.output.TargetKind;
import io.rollouthub.report.ClusterKeys;
import io.rollouthub.report.FactKey;
import io.rollouthub.report.ForecastKey;
import io.rollouthub.report.MilestoneKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** What the hub itself has forecast, and what became of it (semantics 9.8). */
final class OwnRecord {
    private static final int AT_ONCE = 100;

    private final Table<Forecast> forecasts;
    private final DerivedTables memory;
    private final Timers timers;
    private final MilestoneFigures figures;
    private final SupplierRecords records;

    OwnRecord(
            Table<Forecast> forecasts,
            DerivedTables memory,
            Timers timers,
            MilestoneFigures figures,
            SupplierRecords records) {
        this.forecasts = forecasts;
        this.memory = memory;
        this.timers = timers;
        this.figures = figures;
        this.records = records;
    }

    /** The forecasts of a daily review, to be kept one by one: of what is due in 30, 90 and 180 days. */
    Iterator<Runnable> toKeep(ClusterBook book) {
        LocalDate today = book.today();
        List<Runnable> all = new ArrayList<>();
        for (int lead : LeadRecord.RECORDED) {
            for (String milestone : timers.dueAt(book.cluster, book.time().endOf(today.plusDays(lead)))) {
                all.add(() -> keep(book, milestone, today, lead));
            }
        }
        return all.iterator();
    }

    private void keep(ClusterBook book, String milestone, LocalDate today, int lead) {
        MilestoneState state = memory.milestones().get(new MilestoneKey(book.cluster, milestone).toString());
        if (state != null && state.getDue().equals(today.plusDays(lead)) && isForecast(state)) {
            keep(book, figures.afresh(state, today, book.time()), today, lead);
        }
    }

    private static boolean isForecast(MilestoneState state) {
        return state.getStatus() == Status.PENDING
                && (state.getKind() != MilestoneKind.COMMITMENT || state.getTargetKind() == TargetKind.GO_LIVE_COUNT);
    }

    private void keep(ClusterBook book, MilestoneState state, LocalDate today, int lead) {
        if (state.getProbability() == null) {
            return;
        }
        Forecast forecast = Forecast.newBuilder()
                .setCluster(state.getCluster())
                .setMilestone(state.getMilestone())
                .setDue(state.getDue())
                .setLead(lead)
                .setOwner(state.getOwner())
                .setDay(today)
                .setScore((int) Math.floor(10_000 * state.getProbability() + 0.5 + 1e-7))
                .setOutcome(Outcome.OPEN)
                .build();
        String place = keyOf(forecast).underFact();
        forecasts.put(place, forecast);
        await(book.cluster, forecast, place);
        book.forecasts.put(place, forecast);
    }

    /** Takes a forecast in again that was kept. */
    void restore(ClusterBook book, String place, Forecast forecast) {
        if (!forecast.getDue().isBefore(book.today()) || forecast.getOutcome() == Outcome.OPEN) {
            await(book.cluster, forecast, place);
        }
        records.restore(forecast);
    }

    private void await(String cluster, Forecast forecast, String place) {
        memory.index().put(IndexPath.forecasts(cluster).of(forecast.getDue() + "/" + place), place);
    }

    /** Looks what became of the forecasts on milestones that have changed. */
    void lookAtChanged(ClusterBook book) {
        for (String key : book.figures.changed()) {
            FactKey fact = FactKey.ofMilestone(book.cluster, ClusterKeys.within(key));
            for (Entry<String, Forecast> forecast : forecasts.under(fact.path())) {
                look(book, forecast.getKey(), forecast.getValue());
            }
        }
    }

    /**
     * Looks what became of the forecasts on dates that have passed.
     *
     * @return whether all have been looked at
     */
    boolean lookAtPassed(ClusterBook book, Budget budget) {
        IndexPath waiting = IndexPath.forecasts(book.cluster);
        while (!budget.isSpent()) {
            List<Entry<String, String>> some =
                    memory.index().range(waiting.path(), waiting.of(book.today().toString()), AT_ONCE);
            for (Entry<String, String> passed : some) {
                budget.spend();
                memory.index().remove(passed.getKey());
                Forecast forecast = forecasts.get(passed.getValue());
                if (forecast != null) {
                    look(book, passed.getValue(), forecast);
                }
            }
            if (some.size() < AT_ONCE) {
                return true;
            }
        }
        return false;
    }

    private void look(ClusterBook book, String place, Forecast forecast) {
        MilestoneState state =
                memory.milestones().get(new MilestoneKey(forecast.getCluster(), forecast.getMilestone()).toString());
        Outcome outcome = outcome(state, forecast.getDue(), book.today());
        if (outcome != forecast.getOutcome()) {
            Forecast after = Forecast.newBuilder(forecast).setOutcome(outcome).build();
            forecasts.put(place, after);
            book.forecasts.put(place, after);
            records.move(book, forecast, after);
        }
    }

    /** What became of a milestone by a due date that it once had. */
    private static Outcome outcome(@Nullable MilestoneState state, LocalDate due, LocalDate today) {
        if (state == null || state.getStatus() == Status.WITHDRAWN) {
            return Outcome.VOID;
        }
        if (state.getAchievedOn() != null && !state.getAchievedOn().isAfter(due)) {
            return Outcome.MET;
        }
        return due.isBefore(today) ? Outcome.NOT_MET : Outcome.OPEN;
    }

    static ForecastRow row(Forecast forecast) {
        return new ForecastRow(keyOf(forecast).toString(), forecast);
    }

    private static ForecastKey keyOf(Forecast forecast) {
        return new ForecastKey(
                new MilestoneKey(forecast.getCluster(), forecast.getMilestone()),
                forecast.getDue(),
                forecast.getLead());
    }
}

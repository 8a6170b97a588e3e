package io.rollouthub.domain.ledger;

import io.rollouthub.domain.alert.Alerts;
import io.rollouthub.domain.alert.MilestoneAlerts;
import io.rollouthub.domain.alert.SilenceAlert;
import io.rollouthub.domain.fact.Histories;
import io.rollouthub.domain.forecast.Forecasts;
import io.rollouthub.domain.forecast.OpenDates;
import io.rollouthub.domain.golive.GoLives;
import io.rollouthub.domain.milestone.Assessment;
import io.rollouthub.domain.milestone.CommitmentIndex;
import io.rollouthub.domain.milestone.MilestoneFigures;
import io.rollouthub.domain.store.Tables;

/** The rules by which a step is made, in the order of their use, wired to the tables in which they keep their state. */
record Phases(
        Timers timers,
        Histories histories,
        Touch touch,
        Reassessment assess,
        OwnRecord record,
        Judgement judge,
        Closing close) {

    static Phases of(Tables tables) {
        Timers timers = new Timers(tables.timers());
        Histories histories = new Histories(tables.reports());
        GoLives goLives = new GoLives(tables.goLives());
        CommitmentIndex commitments = new CommitmentIndex(tables.commitments());
        Agenda agenda = new Agenda(timers, commitments);
        OpenDates openDates = new OpenDates(tables.commitments());
        Forecasts forecasts = new Forecasts(tables.counters(), openDates);
        MilestoneFigures figures = new MilestoneFigures(histories, forecasts, openDates);
        SupplierRecords supplierRecords = new SupplierRecords(tables.supplierRecords());
        OwnRecord ownRecord = new OwnRecord(tables, timers, figures, supplierRecords);
        Alerts alerts = new Alerts(tables.alerts());
        return new Phases(
                timers,
                histories,
                new Touch(tables, agenda, commitments, goLives, forecasts),
                new Reassessment(tables.milestones(), agenda, histories, new Assessment(histories, goLives), figures),
                ownRecord,
                new Judgement(new MilestoneAlerts(alerts), new SilenceAlert(alerts)),
                new Closing(
                        tables,
                        goLives,
                        new Freshening(tables.milestones(), commitments, openDates, figures),
                        figures,
                        ownRecord,
                        supplierRecords));
    }
}

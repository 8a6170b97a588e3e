package io.rollouthub.domain.ledger;

import io.rollouthub.domain.alert.Alerts;
import io.rollouthub.domain.alert.MilestoneAlerts;
import io.rollouthub.domain.alert.SilenceAlert;
import io.rollouthub.domain.fact.Histories;
import io.rollouthub.domain.fact.Openers;
import io.rollouthub.domain.forecast.Forecasts;
import io.rollouthub.domain.forecast.OpenDates;
import io.rollouthub.domain.milestone.Assessment;
import io.rollouthub.domain.milestone.CommitmentIndex;
import io.rollouthub.domain.milestone.MilestoneFigures;
import io.rollouthub.domain.store.Tables;

/** The rules by which a step is made, in the order of their use, wired to the tables and the memory they work on. */
record Phases(
        Timers timers,
        Histories histories,
        Openers openers,
        Touch touch,
        Reassessment assess,
        OwnRecord record,
        Judgement judge,
        Round round,
        Restart restart) {

    static Phases of(Tables tables, DerivedTables memory) {
        Timers timers = memory.timers();
        Histories histories = new Histories(tables.reports());
        Openers openers = new Openers(tables.openers());
        CommitmentIndex commitments = new CommitmentIndex(memory.index());
        Agenda agenda = new Agenda(timers, commitments);
        OpenDates openDates = new OpenDates(memory.index());
        Forecasts forecasts = new Forecasts(openDates);
        MilestoneFigures figures = new MilestoneFigures(histories, forecasts, openDates);
        SupplierRecords supplierRecords = new SupplierRecords();
        OwnRecord ownRecord = new OwnRecord(tables.forecasts(), memory, timers, figures, supplierRecords);
        Touch touch = new Touch(memory, agenda, commitments, forecasts);
        Reassessment assess =
                new Reassessment(memory.milestones(), agenda, histories, new Assessment(histories), figures);
        Alerts alerts = new Alerts(tables.alerts());
        return new Phases(
                timers,
                histories,
                openers,
                touch,
                assess,
                ownRecord,
                new Judgement(memory.milestones(), new MilestoneAlerts(alerts), new SilenceAlert(alerts)),
                new Round(
                        tables,
                        memory.milestones(),
                        new Freshening(memory.milestones(), commitments, openDates, figures),
                        figures,
                        new Round.Record(ownRecord, supplierRecords)),
                new Restart(tables, openers, touch, assess, ownRecord, agenda));
    }
}

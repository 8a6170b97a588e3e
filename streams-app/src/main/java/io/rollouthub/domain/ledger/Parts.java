package io.rollouthub.domain.ledger;

import io.rollouthub.domain.alert.Alerts;
import io.rollouthub.domain.alert.MilestoneAlerts;
import io.rollouthub.domain.alert.SilenceAlert;
import io.rollouthub.domain.fact.Histories;
import io.rollouthub.domain.golive.GoLives;
import io.rollouthub.domain.milestone.Assessment;
import io.rollouthub.domain.milestone.CommitmentIndex;
import io.rollouthub.domain.store.Tables;

/** The rules, wired to the tables they keep their state in. */
record Parts(
        Tables tables,
        Histories histories,
        GoLives goLives,
        CommitmentIndex commitments,
        Assessment assessment,
        MilestoneAlerts milestoneAlerts,
        SilenceAlert silenceAlert,
        Timers timers,
        Outbox outbox) {

    static Parts of(Tables tables, Outbox outbox) {
        Histories histories = new Histories(tables.reports());
        GoLives goLives = new GoLives(tables.goLives());
        Alerts alerts = new Alerts(tables.alerts());
        return new Parts(
                tables,
                histories,
                goLives,
                new CommitmentIndex(tables.commitments()),
                new Assessment(histories, goLives),
                new MilestoneAlerts(alerts),
                new SilenceAlert(alerts),
                new Timers(tables.timers()),
                outbox);
    }
}

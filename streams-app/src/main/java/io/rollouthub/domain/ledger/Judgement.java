package io.rollouthub.domain.ledger;

import io.rollouthub.domain.alert.Alerts.Change;
import io.rollouthub.domain.alert.Case;
import io.rollouthub.domain.alert.MilestoneAlerts;
import io.rollouthub.domain.alert.SilenceAlert;
import io.rollouthub.domain.ledger.Result.AlertRow;
import io.rollouthub.domain.ledger.Result.Transition;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.SupplierStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema.Field;

/** Judges the conditions of alerts on all that a step touches; what changes is told in order of alertId. */
final class Judgement {
    private final MilestoneAlerts milestoneAlerts;
    private final SilenceAlert silenceAlert;

    Judgement(MilestoneAlerts milestoneAlerts, SilenceAlert silenceAlert) {
        this.milestoneAlerts = milestoneAlerts;
        this.silenceAlert = silenceAlert;
    }

    List<Result> of(Step step, List<Case> milestones) {
        ClusterBook book = step.book();
        SortedMap<String, Change> changes = new TreeMap<>();
        for (Case milestone : milestones) {
            for (Change change : milestoneAlerts.judge(milestone, book.thresholds(), book.time())) {
                changes.put(change.after().getAlertId(), change);
            }
        }
        for (String supplier : step.suppliers()) {
            SupplierStatus status = book.supplier(supplier).status();
            Change change = silenceAlert.judge(
                    status, book.thresholds(), step.now(), book.today(), step.reporter(), step.cause());
            if (change != null) {
                changes.put(change.after().getAlertId(), change);
            }
        }
        List<Result> results = new ArrayList<>();
        for (Change change : changes.values()) {
            book.count(change);
            results.add(new AlertRow(change.after()));
            if (change.isTransition()) {
                results.add(new Transition(transition(change.after())));
            }
        }
        return results;
    }

    /** The alert as it is after its transition. */
    private static AlertTransition transition(Alert alert) {
        AlertTransition transition = new AlertTransition();
        for (Field field : AlertTransition.getClassSchema().getFields()) {
            transition.put(field.pos(), alert.get(field.name()));
        }
        return transition;
    }
}

package io.rollouthub.domain.ledger;

import io.rollouthub.domain.alert.Alerts.Change;
import io.rollouthub.domain.alert.Case;
import io.rollouthub.domain.alert.MilestoneAlerts;
import io.rollouthub.domain.alert.SilenceAlert;
import io.rollouthub.domain.ledger.Result.AlertRow;
import io.rollouthub.domain.ledger.Result.Transition;
import io.rollouthub.domain.store.Table;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.report.MilestoneKey;
import java.util.List;
import org.apache.avro.Schema.Field;
import org.jspecify.annotations.Nullable;

/** Judges the conditions of alerts on what a step touches, one at a time. */
final class Judgement {
    private final Table<MilestoneState> milestones;
    private final MilestoneAlerts milestoneAlerts;
    private final SilenceAlert silenceAlert;

    Judgement(Table<MilestoneState> milestones, MilestoneAlerts milestoneAlerts, SilenceAlert silenceAlert) {
        this.milestones = milestones;
        this.milestoneAlerts = milestoneAlerts;
        this.silenceAlert = silenceAlert;
    }

    /** Whether a condition may hold of a milestone, or did: others need not be judged. */
    boolean concerns(AlertKind kind, ClusterBook book, String milestone) {
        MilestoneState state = milestones.get(new MilestoneKey(book.cluster, milestone).toString());
        return state != null && milestoneAlerts.concerns(kind, state, book.thresholds());
    }

    /** Judges a condition on a milestone; null if nothing has changed. */
    @Nullable
    Change milestone(Step step, AlertKind kind, Case about) {
        return milestoneAlerts.judge(
                kind, about, step.book().thresholds(), step.book().time());
    }

    /** Judges whether a supplier is silent; null if nothing has changed. */
    @Nullable
    Change supplier(Step step, String supplier) {
        ClusterBook book = step.book();
        return silenceAlert.judge(
                book.supplier(supplier).status(),
                book.thresholds(),
                step.now(),
                book.today(),
                step.reporter(),
                step.cause());
    }

    /** What is told of a change. */
    List<Result> results(Step step, Change change) {
        step.book().count(change);
        AlertRow row = new AlertRow(change.after(), step.isByTime());
        return change.isTransition()
                ? List.of(row, new Transition(transition(change.after()), step.isByTime()))
                : List.of(row);
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

package io.rollouthub.domain.ledger;

import io.rollouthub.domain.alert.Alerts.Change;
import io.rollouthub.domain.alert.Case;
import io.rollouthub.output.AlertKind;
import io.rollouthub.report.AlertId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step on its way, which can be left and gone on with: first all that it touches is assessed, then forecasts are kept,
 * then it is judged alert by alert in their order. Until all is assessed nothing is told, so whoever begins it anew on the
 * tables that were kept goes on behind the last alert told and tells the same.
 */
final class StepAtWork {
    /** In order of their names: so alerts are told in order of alertId. */
    private static final List<AlertKind> IN_ORDER = List.of(
            AlertKind.DATE_SLIPPING,
            AlertKind.MILESTONE_AT_RISK,
            AlertKind.MILESTONE_MISSED,
            AlertKind.SUPPLIER_SILENT);

    /** So many are remembered from when they were assessed; others are looked up again. */
    private static final int MOST_REMEMBERED = 1_000;

    private final Phases phases;
    private final Step step;
    private final Map<String, Case> remembered = new HashMap<>();
    private final Iterator<String> toAssess;
    private @Nullable Iterator<Runnable> toKeep;
    private final Iterator<AlertKind> kinds = IN_ORDER.iterator();
    private AlertKind kind = AlertKind.UNKNOWN;
    private Iterator<String> subjects = Collections.emptyIterator();
    /** The last alert that another ledger has told. */
    private final String behind;

    private String told;

    /** @param told the last of its alerts that was told before; empty: none */
    StepAtWork(Phases phases, Step step, String told) {
        this.phases = phases;
        this.step = step;
        this.toAssess = step.milestones().iterator();
        this.behind = told;
        this.told = told;
    }

    Step step() {
        return step;
    }

    /** The last of its alerts that was told; empty: none yet. */
    String told() {
        return told;
    }

    /**
     * Goes on.
     *
     * @param results takes what is told
     * @return whether it is over
     */
    boolean go(Budget budget, List<Result> results) {
        return !budget.isSpent() && assess(budget) && keep(budget) && judge(budget, results);
    }

    private boolean assess(Budget budget) {
        while (toAssess.hasNext()) {
            if (budget.isSpent()) {
                return false;
            }
            budget.spend();
            String milestone = toAssess.next();
            Case about = phases.assess().of(step, milestone);
            if (about.after() == null || remembered.size() < MOST_REMEMBERED) {
                remembered.put(milestone, about);
            }
        }
        return true;
    }

    private boolean keep(Budget budget) {
        if (toKeep == null) {
            toKeep = step.isReview() ? phases.record().toKeep(step.book()) : Collections.emptyIterator();
        }
        while (toKeep.hasNext()) {
            if (budget.isSpent()) {
                return false;
            }
            budget.spend();
            toKeep.next().run();
        }
        return true;
    }

    private boolean judge(Budget budget, List<Result> results) {
        while (true) {
            while (subjects.hasNext()) {
                if (budget.isSpent()) {
                    return false;
                }
                judge(subjects.next(), budget, results);
            }
            if (!kinds.hasNext()) {
                return true;
            }
            kind = kinds.next();
            subjects = (kind == AlertKind.SUPPLIER_SILENT ? step.suppliers() : step.milestones()).iterator();
        }
    }

    private void judge(String subject, Budget budget, List<Result> results) {
        if (!behind.isEmpty()
                && new AlertId(step.book().cluster, kind, subject).toString().compareTo(behind) <= 0) {
            return;
        }
        Change change = kind == AlertKind.SUPPLIER_SILENT ? phases.judge().supplier(step, subject) : milestone(subject);
        if (change != null) {
            budget.spend();
            results.addAll(phases.judge().results(step, change));
            told = change.after().getAlertId();
        }
    }

    private @Nullable Change milestone(String milestone) {
        Case about = remembered.get(milestone);
        if (about == null && phases.judge().concerns(kind, step.book(), milestone)) {
            about = phases.assess().again(step, milestone);
        }
        return about == null ? null : phases.judge().milestone(step, kind, about);
    }
}

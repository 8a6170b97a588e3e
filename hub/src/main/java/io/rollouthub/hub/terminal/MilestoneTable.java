package io.rollouthub.hub.terminal;

import io.rollouthub.explain.Course;
import io.rollouthub.hub.terminal.Look.Tone;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.MilestoneKind;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.reader.ReadModel;
import io.rollouthub.report.AlertId;
import io.rollouthub.report.MilestoneKey;
import java.util.Comparator;

/** Milestones by cluster with a manager's word for each: commitments first, and the worst first. */
public final class MilestoneTable {
    private static final Comparator<Row> ORDER = Comparator.comparing(
                    (Row row) -> row.state().getCluster())
            .thenComparing(row -> row.state().getKind() != MilestoneKind.COMMITMENT)
            .thenComparing(Row::course)
            .thenComparing(row -> row.state().getDue())
            .thenComparing(row -> row.state().getMilestone());

    private MilestoneTable() {}

    private record Row(MilestoneState state, Course course) {}

    public static TextTable of(ReadModel model) {
        TextTable table = new TextTable("milestone", "status", "due", "baseline", "achieved", "progress", "owner");
        model.milestones().values().stream()
                .map(state -> new Row(state, course(model, state)))
                .sorted(ORDER)
                .forEach(row -> add(table, row));
        return table;
    }

    private static Course course(ReadModel model, MilestoneState state) {
        return Course.of(state, kind -> {
            Alert alert = model.alerts().get(new AlertId(state.getCluster(), kind, state.getMilestone()).toString());
            return alert != null && alert.getState() == AlertState.OPEN;
        });
    }

    private static void add(TextTable table, Row row) {
        MilestoneState state = row.state();
        table.tonedRow(
                toneOf(row.course()),
                new MilestoneKey(state.getCluster(), state.getMilestone()),
                row.course().word(),
                state.getDue() + (state.getUndated() ? " (no new date)" : ""),
                state.getBaseline(),
                state.getAchievedOn(),
                state.getCount() == null ? null : state.getProgress() + " of " + state.getCount(),
                state.getOwner());
    }

    private static Tone toneOf(Course course) {
        return switch (course) {
            case MISSED -> Tone.BAD;
            case AT_RISK, SLIPPING, MET_LATE -> Tone.WARNING;
            case MET -> Tone.GOOD;
            case ON_TRACK, WITHDRAWN -> Tone.NONE;
        };
    }
}

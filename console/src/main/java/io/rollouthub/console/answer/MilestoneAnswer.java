package io.rollouthub.console.answer;

import io.rollouthub.console.live.Annals;
import io.rollouthub.console.live.Board;
import io.rollouthub.domain.golive.Forecast;
import io.rollouthub.explain.AcceptedReport;
import io.rollouthub.explain.JournalStories;
import io.rollouthub.explain.Story;
import io.rollouthub.explain.Subject;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.PlanRevision;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that is told of one milestone. */
final class MilestoneAnswer {
    private final Subject subject;

    /**
     * @param id as {@code <cluster>/<milestone>}
     */
    MilestoneAnswer(String id) {
        subject = Subject.of(id);
    }

    /**
     * What the journal tells of it.
     *
     * @param forecast behind its probability; null if there is none
     */
    private record Past(
            List<AcceptedReport> history,
            @Nullable Forecast forecast,
            @Nullable Story story) {
        static final Past UNREAD = new Past(List.of(), null, null);
    }

    /** The answer; null if there is no such milestone and never was. */
    @Nullable
    Map<String, Object> of(Board board, @Nullable Annals annals) {
        MilestoneState state = board.look(now -> now.results().milestones().get(key()));
        Past past = annals == null ? Past.UNREAD : annals.look(stories -> past(stories, state));
        return state == null && past.history().isEmpty() ? null : board.look(now -> of(now, state, past));
    }

    private String key() {
        return subject.cluster() + "/" + subject.name();
    }

    private Past past(JournalStories stories, @Nullable MilestoneState state) {
        return stories.knows(subject)
                ? new Past(
                        stories.history(subject.cluster(), subject.name()),
                        state == null ? null : stories.forecast(state),
                        stories.story(subject))
                : Past.UNREAD;
    }

    private Map<String, Object> of(Board board, @Nullable MilestoneState state, Past past) {
        Names names = new Names(board.programme());
        ClusterStatus cluster = board.results().clusters().get(subject.cluster());
        LocalDate today = cluster == null ? null : cluster.getToday();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", key());
        answer.put("clusterName", names.cluster(subject.cluster()));
        answer.put("today", today);
        answer.put("milestone", state == null ? null : MilestoneRows.row(board, names, state));
        answer.put("plan", plan(board, names));
        answer.put(
                "history",
                past.history().stream().map(told -> ReportRow.of(told, names)).toList());
        answer.put("forecast", forecast(state, past.forecast(), today));
        answer.put(
                "alerts",
                board.episodes().alertsOn(subject.cluster(), subject.name()).stream()
                        .map(alertId -> AlertRows.alert(board, alertId))
                        .toList());
        answer.put("story", past.story());
        return answer;
    }

    private List<Map<String, Object>> plan(Board board, Names names) {
        return Board.in(board.results().revisions(), key()).values().stream()
                .filter(one -> one.getMilestone().equals(subject.name()))
                .sorted(Comparator.comparing(PlanRevision::getReportedAt)
                        .thenComparing(PlanRevision::getSupplier)
                        .thenComparing(PlanRevision::getEventId))
                .map(one -> {
                    Map<String, Object> row = Fields.of(one);
                    row.put("reportedOn", names.date(one.getReportedAt()));
                    row.put("supplierName", names.supplier(one.getSupplier()));
                    return row;
                })
                .toList();
    }

    private static @Nullable Map<String, Object> forecast(
            @Nullable MilestoneState state, @Nullable Forecast forecast, @Nullable LocalDate today) {
        if (state == null || state.getProbability() == null || forecast == null) {
            return null;
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("probability", state.getProbability());
        answer.put("p50", state.getP50());
        answer.put("p85", state.getP85());
        answer.put("requiredPerMonth", state.getRequiredPerMonth());
        answer.put("remaining", forecast.remaining());
        answer.put("goLives", forecast.recent());
        answer.put("days", forecast.exposureDays());
        answer.put(
                "daysLeft",
                Math.max(
                        0, ChronoUnit.DAYS.between(Objects.requireNonNullElse(today, state.getDue()), state.getDue())));
        return answer;
    }
}

package io.rollouthub.console.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Episodes.Episode;
import io.rollouthub.domain.golive.Forecast;
import io.rollouthub.explain.JournalStories;
import io.rollouthub.explain.JournalStories.AcceptedReport;
import io.rollouthub.explain.Story;
import io.rollouthub.explain.Subject;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.PlanRevision;
import io.rollouthub.output.Severity;
import io.rollouthub.report.MilestoneKey;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that is told of one milestone. */
public record MilestoneAnswer(
        String id,
        String clusterName,
        @Nullable LocalDate today,
        MilestoneList.@Nullable MilestoneRow milestone,
        List<PlanRow> plan,
        List<ReportRow> history,
        @Nullable ForecastRow forecast,
        List<AlertHistory> alerts,
        @Nullable Story story) {

    public record PlanRow(
            @JsonUnwrapped PlanRevision revision,
            @Nullable LocalDate reportedOn,
            @Nullable String supplierName) {}

    /** How likely it is, and by what numbers. */
    public record ForecastRow(
            double probability,
            @Nullable LocalDate p50,
            @Nullable LocalDate p85,
            @Nullable Double requiredPerMonth,
            int remaining,
            int goLives,
            int days,
            long daysLeft) {}

    public record AlertHistory(
            String alertId, AlertKind kind, Severity severity, AlertState state, List<AlertRow.EpisodeRow> episodes) {}

    /** The answer; null if there is no such milestone and never was. */
    static @Nullable MilestoneAnswer of(Board board, JournalStories stories, String id) {
        Subject subject = Subject.of(id);
        String key = new MilestoneKey(subject.cluster(), subject.name()).toString();
        MilestoneState state = board.results().milestones().get(key);
        boolean told = stories.knows(subject);
        List<AcceptedReport> history = told ? stories.history(subject) : List.of();
        if (state == null && history.isEmpty()) {
            return null;
        }
        ClusterStatus cluster = board.results().clusters().get(subject.cluster());
        LocalDate today = cluster == null ? null : cluster.getToday();
        return new MilestoneAnswer(
                key,
                board.names().cluster(subject.cluster()),
                today,
                state == null ? null : MilestoneList.MilestoneRow.of(board, state),
                Board.in(board.results().revisions(), key).values().stream()
                        .filter(one -> one.getMilestone().equals(subject.name()))
                        .sorted(Comparator.comparing(PlanRevision::getReportedAt)
                                .thenComparing(PlanRevision::getSupplier)
                                .thenComparing(PlanRevision::getEventId))
                        .map(one -> new PlanRow(
                                one,
                                board.names().date(one.getReportedAt()),
                                board.names().supplier(one.getSupplier())))
                        .toList(),
                history.stream().map(one -> ReportRow.of(one, board.names())).toList(),
                state == null || !told ? null : forecast(state, stories.forecast(state), today),
                board.episodes().on(subject.cluster(), subject.name()).stream()
                        .map(episodes -> alert(board, episodes))
                        .toList(),
                told ? stories.story(subject) : null);
    }

    private static @Nullable ForecastRow forecast(
            MilestoneState state, @Nullable Forecast forecast, @Nullable LocalDate today) {
        if (state.getProbability() == null || forecast == null) {
            return null;
        }
        LocalDate from = Objects.requireNonNullElse(today, state.getDue());
        return new ForecastRow(
                state.getProbability(),
                state.getP50(),
                state.getP85(),
                state.getRequiredPerMonth(),
                forecast.remaining(),
                forecast.recent(),
                forecast.exposureDays(),
                Math.max(0, ChronoUnit.DAYS.between(from, state.getDue())));
    }

    private static AlertHistory alert(Board board, List<Episode> episodes) {
        AlertTransition last = episodes.get(episodes.size() - 1).last();
        return new AlertHistory(
                last.getAlertId(),
                last.getKind(),
                last.getSeverity(),
                last.getState(),
                episodes.stream()
                        .map(episode -> AlertRow.EpisodeRow.of(board, episode))
                        .toList());
    }
}

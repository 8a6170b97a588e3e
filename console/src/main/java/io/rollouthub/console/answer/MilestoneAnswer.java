package io.rollouthub.console.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Episodes.Episode;
import io.rollouthub.explain.ForecastWords;
import io.rollouthub.explain.JournalStories;
import io.rollouthub.explain.JournalStories.AcceptedReport;
import io.rollouthub.explain.Story;
import io.rollouthub.explain.Subject;
import io.rollouthub.explain.Told;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.ClusterStatus;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.PlanRevision;
import io.rollouthub.output.Severity;
import io.rollouthub.report.ClusterKeys;
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

    /** How likely it is, and in sentences by what numbers. */
    public record ForecastRow(
            @Nullable Double probability,
            @Nullable LocalDate p50,
            @Nullable LocalDate p85,
            @Nullable Double requiredPerMonth,
            @Nullable Integer remaining,
            long daysLeft,
            List<String> words) {}

    public record AlertHistory(
            String alertId, AlertKind kind, Severity severity, AlertState state, List<AlertRow.EpisodeRow> episodes) {}

    /** The answer; null if there is no such milestone and never was. */
    static @Nullable MilestoneAnswer of(Board board, JournalStories stories, String id) {
        Subject subject = Subject.of(id);
        String key = new MilestoneKey(subject.cluster(), subject.name()).toString();
        MilestoneState state = board.results().milestones().get(key);
        boolean known = stories.knows(subject);
        Told told = board.told();
        List<AcceptedReport> history = known ? stories.history(subject) : List.of();
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
                ClusterKeys.of(board.results().revisions(), key).values().stream()
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
                state == null ? null : forecast(board, state, today),
                board.episodes().on(subject.cluster(), subject.name()).stream()
                        .map(episodes -> alert(board, episodes))
                        .toList(),
                known && told != null ? stories.story(subject, told) : null);
    }

    private static @Nullable ForecastRow forecast(Board board, MilestoneState state, @Nullable LocalDate today) {
        LocalDate from = Objects.requireNonNullElse(today, state.getDue());
        List<String> words = ForecastWords.now(state, from, board.names());
        return words.isEmpty()
                ? null
                : new ForecastRow(
                        state.getProbability(),
                        state.getP50(),
                        state.getP85(),
                        state.getRequiredPerMonth(),
                        state.getCount() == null ? null : Math.max(0, state.getCount() - state.getProgress()),
                        Math.max(0, ChronoUnit.DAYS.between(from, state.getDue())),
                        words);
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

package io.rollouthub.console.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rollouthub.console.live.Annals;
import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Episode;
import io.rollouthub.domain.golive.Forecast;
import io.rollouthub.explain.JournalStories;
import io.rollouthub.explain.JournalStories.AcceptedReport;
import io.rollouthub.explain.Names;
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
        @Nullable MilestoneRow milestone,
        List<PlanRow> plan,
        List<ReportRow> history,
        @Nullable ForecastRow forecast,
        List<AlertHistory> alerts,
        @Nullable Story story) {

    /** A revision of its plan. */
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

    /** An alert on it. */
    public record AlertHistory(
            String alertId, AlertKind kind, Severity severity, AlertState state, List<EpisodeRow> episodes) {}

    /** What the journal tells of it. */
    private record Past(
            List<AcceptedReport> history,
            @Nullable Forecast forecast,
            @Nullable Story story) {
        static final Past UNREAD = new Past(List.of(), null, null);
    }

    /** The answer; null if there is no such milestone and never was. */
    static @Nullable MilestoneAnswer of(String id, Board board, @Nullable Annals annals) {
        Subject subject = Subject.of(id);
        String key = new MilestoneKey(subject.cluster(), subject.name()).toString();
        MilestoneState state = board.look(now -> now.results().milestones().get(key));
        Past past = annals == null ? Past.UNREAD : annals.look(stories -> past(stories, subject, state));
        return state == null && past.history().isEmpty() ? null : board.look(now -> of(now, subject, state, past));
    }

    private static Past past(JournalStories stories, Subject subject, @Nullable MilestoneState state) {
        return stories.knows(subject)
                ? new Past(
                        stories.history(subject.cluster(), subject.name()),
                        state == null ? null : stories.forecast(state),
                        stories.story(subject))
                : Past.UNREAD;
    }

    private static MilestoneAnswer of(Board board, Subject subject, @Nullable MilestoneState state, Past past) {
        Names names = new Names(board.programme());
        String key = new MilestoneKey(subject.cluster(), subject.name()).toString();
        ClusterStatus cluster = board.results().clusters().get(subject.cluster());
        LocalDate today = cluster == null ? null : cluster.getToday();
        return new MilestoneAnswer(
                key,
                names.cluster(subject.cluster()),
                today,
                state == null ? null : MilestoneRow.of(board, names, state),
                Board.in(board.results().revisions(), key).values().stream()
                        .filter(one -> one.getMilestone().equals(subject.name()))
                        .sorted(Comparator.comparing(PlanRevision::getReportedAt)
                                .thenComparing(PlanRevision::getSupplier)
                                .thenComparing(PlanRevision::getEventId))
                        .map(one ->
                                new PlanRow(one, names.date(one.getReportedAt()), names.supplier(one.getSupplier())))
                        .toList(),
                past.history().stream().map(told -> ReportRow.of(told, names)).toList(),
                forecast(state, past.forecast(), today),
                board.episodes().alertsOn(subject.cluster(), subject.name()).stream()
                        .map(alertId -> alert(board, alertId))
                        .toList(),
                past.story());
    }

    private static @Nullable ForecastRow forecast(
            @Nullable MilestoneState state, @Nullable Forecast forecast, @Nullable LocalDate today) {
        if (state == null || state.getProbability() == null || forecast == null) {
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

    private static AlertHistory alert(Board board, String alertId) {
        List<Episode> episodes = board.episodes().of(alertId);
        AlertTransition last = episodes.get(episodes.size() - 1).last();
        return new AlertHistory(
                alertId,
                last.getKind(),
                last.getSeverity(),
                last.getState(),
                episodes.stream().map(episode -> EpisodeRow.of(board, episode)).toList());
    }
}

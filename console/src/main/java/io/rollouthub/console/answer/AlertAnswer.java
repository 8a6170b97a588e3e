package io.rollouthub.console.answer;

import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Episodes.Episode;
import io.rollouthub.explain.JournalStories;
import io.rollouthub.explain.JournalStories.AcceptedReport;
import io.rollouthub.explain.Story;
import io.rollouthub.explain.Subject;
import io.rollouthub.explain.Told;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.report.MilestoneKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is told of one alert; its address does not change with its state. */
public record AlertAnswer(
        AlertRow alert,
        MilestoneList.@Nullable MilestoneRow milestone,
        List<AlertRow.EpisodeRow> episodes,
        List<ReportRow> causes,
        @Nullable Story story) {

    /** The answer; null if it never opened. */
    static @Nullable AlertAnswer of(Board board, JournalStories stories, String alertId) {
        Episode last = board.episodes().last(alertId);
        if (last == null) {
            return null;
        }
        Subject subject = Subject.of(alertId);
        MilestoneState milestone = subject.isSupplier()
                ? null
                : board.results().milestones().get(new MilestoneKey(subject.cluster(), subject.name()).toString());
        boolean known = stories.knows(subject);
        Told told = board.told();
        List<AcceptedReport> causes =
                known ? stories.causes(subject, last.last().getCauses()) : List.of();
        return new AlertAnswer(
                AlertRow.of(board, last),
                milestone == null ? null : MilestoneList.MilestoneRow.of(board, milestone),
                board.episodes().of(last.alertId()).stream()
                        .map(episode -> AlertRow.EpisodeRow.of(board, episode))
                        .toList(),
                causes.stream().map(one -> ReportRow.of(one, board.names())).toList(),
                known && told != null ? stories.story(subject, told) : null);
    }
}

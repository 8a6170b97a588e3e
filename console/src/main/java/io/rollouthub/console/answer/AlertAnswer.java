package io.rollouthub.console.answer;

import io.rollouthub.console.live.Annals;
import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Episode;
import io.rollouthub.explain.JournalStories;
import io.rollouthub.explain.JournalStories.AcceptedReport;
import io.rollouthub.explain.Names;
import io.rollouthub.explain.Story;
import io.rollouthub.explain.Subject;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.report.MilestoneKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is told of one alert; its address does not change with its state. */
public record AlertAnswer(
        AlertRow alert,
        @Nullable MilestoneRow milestone,
        List<EpisodeRow> episodes,
        List<ReportRow> causes,
        @Nullable Story story) {

    /** What the journal tells of it. */
    private record Past(
            List<AcceptedReport> causes, @Nullable Story story) {
        static final Past UNREAD = new Past(List.of(), null);
    }

    /** The answer; null if it never opened. */
    static @Nullable AlertAnswer of(String alertId, Board board, @Nullable Annals annals) {
        Episode last = board.look(now -> now.episodes().last(alertId));
        if (last == null) {
            return null;
        }
        Subject subject = Subject.of(alertId);
        Past past = annals == null ? Past.UNREAD : annals.look(stories -> past(stories, subject, last));
        return board.look(now -> of(now, subject, last, past));
    }

    private static Past past(JournalStories stories, Subject subject, Episode last) {
        return stories.knows(subject)
                ? new Past(
                        stories.causes(
                                subject.cluster(),
                                isOnMilestone(subject) ? subject.name() : null,
                                last.last().getCauses()),
                        stories.story(subject))
                : Past.UNREAD;
    }

    private static boolean isOnMilestone(Subject subject) {
        return subject.kind() != AlertKind.SUPPLIER_SILENT;
    }

    private static AlertAnswer of(Board board, Subject subject, Episode last, Past past) {
        Names names = new Names(board.programme());
        MilestoneState milestone = isOnMilestone(subject)
                ? board.results().milestones().get(new MilestoneKey(subject.cluster(), subject.name()).toString())
                : null;
        return new AlertAnswer(
                AlertRow.of(board, names, last),
                milestone == null ? null : MilestoneRow.of(board, names, milestone),
                board.episodes().of(last.alertId()).stream()
                        .map(episode -> EpisodeRow.of(board, episode))
                        .toList(),
                past.causes().stream().map(one -> ReportRow.of(one, names)).toList(),
                past.story());
    }
}

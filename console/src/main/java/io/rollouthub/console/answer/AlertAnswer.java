package io.rollouthub.console.answer;

import io.rollouthub.console.live.Annals;
import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Episode;
import io.rollouthub.explain.AcceptedReport;
import io.rollouthub.explain.JournalStories;
import io.rollouthub.explain.Story;
import io.rollouthub.explain.Subject;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.MilestoneState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is told of one alert. */
final class AlertAnswer {
    private final String alertId;
    private final Subject subject;

    AlertAnswer(String alertId) {
        this.alertId = alertId;
        this.subject = Subject.of(alertId);
    }

    /** What the journal tells of it. */
    private record Past(
            List<AcceptedReport> causes, @Nullable Story story) {
        static final Past UNREAD = new Past(List.of(), null);
    }

    /** The answer; null if it never opened. */
    @Nullable
    Map<String, Object> of(Board board, @Nullable Annals annals) {
        Episode last = board.look(now -> now.episodes().last(alertId));
        if (last == null) {
            return null;
        }
        Past past = annals == null ? Past.UNREAD : annals.look(stories -> past(stories, last));
        return board.look(now -> of(now, last, past));
    }

    private Past past(JournalStories stories, Episode last) {
        if (!stories.knows(subject)) {
            return Past.UNREAD;
        }
        boolean onMilestone = subject.kind() != AlertKind.SUPPLIER_SILENT;
        return new Past(
                stories.causes(
                        subject.cluster(),
                        onMilestone ? subject.name() : null,
                        last.last().getCauses()),
                stories.story(subject));
    }

    private Map<String, Object> of(Board board, Episode last, Past past) {
        Names names = new Names(board.programme());
        MilestoneState milestone = subject.kind() == AlertKind.SUPPLIER_SILENT
                ? null
                : board.results().milestones().get(subject.cluster() + "/" + subject.name());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("alert", AlertRows.row(board, names, last));
        answer.put("milestone", milestone == null ? null : MilestoneRows.row(board, names, milestone));
        answer.put(
                "episodes",
                board.episodes().of(alertId).stream()
                        .map(episode -> AlertRows.withTransitions(board, episode))
                        .toList());
        answer.put(
                "causes",
                past.causes().stream().map(told -> ReportRow.of(told, names)).toList());
        answer.put("story", past.story());
        return answer;
    }
}

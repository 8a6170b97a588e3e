package io.rollouthub.console.answer;

import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Episode;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.Resolution;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One time that an alert was open, with all its transitions.
 *
 * @param episode 1, 2, …: how often the alert had opened
 * @param state OPEN or RESOLVED
 * @param startsAt since when the condition holds
 * @param endsAt when it ended; null while OPEN
 * @param resolution why it ended; null while OPEN
 * @param summary one sentence for people, with the numbers of now; these change without a transition
 * @param transitions in order
 */
public record EpisodeRow(
        int episode,
        AlertState state,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Resolution resolution,
        String summary,
        List<Transition> transitions) {

    /**
     * That an alert opened, resolved, or opened again with another start.
     *
     * @param at the cluster's clock
     * @param state OPEN or RESOLVED
     * @param startsAt since when the condition holds
     * @param summary one sentence for people, as it was then
     * @param causes the events behind it as supplier/eventId
     */
    public record Transition(Instant at, AlertState state, Instant startsAt, String summary, List<String> causes) {}

    static EpisodeRow of(Board board, Episode episode) {
        AlertTransition last = episode.last();
        return new EpisodeRow(
                episode.number(),
                last.getState(),
                last.getStartsAt(),
                last.getEndsAt(),
                last.getResolution(),
                AlertRow.latest(board, episode) instanceof Alert now ? now.getSummary() : last.getSummary(),
                episode.transitions().stream()
                        .map(one -> new Transition(
                                one.getAt(), one.getState(), one.getStartsAt(), one.getSummary(), one.getCauses()))
                        .toList());
    }
}

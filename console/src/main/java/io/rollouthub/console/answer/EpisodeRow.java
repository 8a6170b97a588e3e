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

/** One time that an alert was open, with all its transitions. */
public record EpisodeRow(
        int episode,
        AlertState state,
        Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Resolution resolution,
        String summary,
        List<Transition> transitions) {

    /** That an alert opened, resolved, or opened again with another start. */
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

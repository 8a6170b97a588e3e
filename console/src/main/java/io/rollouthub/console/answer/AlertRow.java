package io.rollouthub.console.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Episodes.Episode;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertState;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.Evidence;
import io.rollouthub.output.Resolution;
import io.rollouthub.report.MilestoneKey;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An episode of an alert as it stands in lists: its last transition, with the numbers of now if it is the current one.
 */
public record AlertRow(
        @JsonUnwrapped SpecificRecord latest,
        String clusterName,
        @Nullable String supplierName,
        @Nullable String milestone) {

    /** One time that an alert was open, with all its transitions. */
    public record EpisodeRow(
            int episode,
            AlertState state,
            Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable Resolution resolution,
            String summary,
            List<Transition> transitions) {

        static EpisodeRow of(Board board, Episode episode) {
            AlertTransition last = episode.last();
            return new EpisodeRow(
                    episode.number(),
                    last.getState(),
                    last.getStartsAt(),
                    last.getEndsAt(),
                    last.getResolution(),
                    latest(board, episode) instanceof Alert now ? now.getSummary() : last.getSummary(),
                    episode.transitions().stream()
                            .map(one -> new Transition(
                                    one.getAt(),
                                    one.getState(),
                                    one.getStartsAt(),
                                    one.getSummary(),
                                    one.getCauses(),
                                    Math.max(
                                            one.getCauseCount(), one.getCauses().size()),
                                    one.getEvidence()))
                            .toList());
        }
    }

    /** That an alert opened, resolved, or opened again with another start. */
    public record Transition(
            Instant at,
            AlertState state,
            Instant startsAt,
            String summary,
            List<String> causes,
            int causeCount,
            @Nullable Evidence evidence) {}

    static AlertRow of(Board board, Episode episode) {
        AlertTransition last = episode.last();
        return new AlertRow(
                latest(board, episode),
                board.names().cluster(last.getCluster()),
                last.getSupplier() == null ? null : board.names().supplier(last.getSupplier()),
                last.getKind() == AlertKind.SUPPLIER_SILENT
                        ? null
                        : new MilestoneKey(last.getCluster(), last.getSubject()).toString());
    }

    /** Numbers move without a transition; the other topic tells, if it is as far as this one. */
    private static SpecificRecord latest(Board board, Episode episode) {
        Alert alert = board.results().alerts().get(episode.alertId());
        return alert != null
                        && alert.getEpisode() == episode.number()
                        && alert.getState() == episode.last().getState()
                ? alert
                : episode.last();
    }
}

package io.rollouthub.console.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Episode;
import io.rollouthub.explain.Names;
import io.rollouthub.output.Alert;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.report.MilestoneKey;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An episode of an alert as it stands in lists.
 *
 * @param latest its last transition, with the numbers of now if it is the alert's current one
 */
public record AlertRow(
        @JsonUnwrapped SpecificRecord latest,
        String clusterName,
        @Nullable String supplierName,
        @Nullable String milestone) {

    static AlertRow of(Board board, Names names, Episode episode) {
        AlertTransition last = episode.last();
        return new AlertRow(
                latest(board, episode),
                names.cluster(last.getCluster()),
                last.getSupplier() == null ? null : names.supplier(last.getSupplier()),
                last.getKind() == AlertKind.SUPPLIER_SILENT
                        ? null
                        : new MilestoneKey(last.getCluster(), last.getSubject()).toString());
    }

    /** Numbers move without a transition; the other topic tells, if it is as far as this one. */
    static SpecificRecord latest(Board board, Episode episode) {
        Alert alert = board.results().alerts().get(episode.alertId());
        return alert != null
                        && alert.getEpisode() == episode.number()
                        && alert.getState() == episode.last().getState()
                ? alert
                : episode.last();
    }
}

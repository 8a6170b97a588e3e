package io.rollouthub.console.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Episode;
import io.rollouthub.explain.Names;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A page of episodes of alerts, the one that began last first. */
final class AlertList {
    private static final List<AlertKind> KINDS = List.of(
            AlertKind.MILESTONE_MISSED,
            AlertKind.MILESTONE_AT_RISK,
            AlertKind.DATE_SLIPPING,
            AlertKind.SUPPLIER_SILENT);

    private final Wanted wanted;
    private final Set<String> clusters;
    private final Set<String> suppliers;
    private final Set<AlertKind> kinds;
    private final Set<Severity> severities;
    private final Paging paging;

    private enum Wanted {
        open,
        past,
        all
    }

    /** The page. */
    public record Answer(@JsonUnwrapped Paging.Head head, int open, int past, List<AlertRow> alerts) {}

    AlertList(Parameters asked) {
        asked.only("page", "size", "state", "cluster", "kind", "supplier", "severity");
        wanted = asked.one("state", Wanted.open, List.of(Wanted.values()));
        clusters = asked.set("cluster");
        suppliers = asked.set("supplier");
        kinds = asked.set("kind", KINDS);
        severities = asked.set("severity", List.of(Severity.CRITICAL, Severity.WARNING));
        paging = asked.paging();
    }

    Answer of(Board board) {
        List<Episode> open = new ArrayList<>();
        List<Episode> past = new ArrayList<>();
        List<Episode> all = new ArrayList<>();
        for (Episode episode : board.episodes().newestFirst()) {
            if (isWanted(episode.last())) {
                (episode.isOpen() ? open : past).add(episode);
                all.add(episode);
            }
        }
        List<Episode> asked = wanted == Wanted.open ? open : wanted == Wanted.past ? past : all;
        Names names = new Names(board.programme());
        return new Answer(
                paging.head(asked),
                open.size(),
                past.size(),
                paging.of(asked, episode -> AlertRow.of(board, names, episode)));
    }

    private boolean isWanted(AlertTransition one) {
        return (clusters.isEmpty() || clusters.contains(one.getCluster()))
                && (suppliers.isEmpty() || (one.getSupplier() != null && suppliers.contains(one.getSupplier())))
                && (kinds.isEmpty() || kinds.contains(one.getKind()))
                && (severities.isEmpty() || severities.contains(one.getSeverity()));
    }
}

package io.rollouthub.console.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Episodes.Episode;
import io.rollouthub.output.AlertKind;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.output.Severity;
import java.util.List;
import java.util.function.Predicate;

/** A page of episodes of alerts, the one that began last first. */
final class AlertList {
    private static final List<AlertKind> KINDS = List.of(
            AlertKind.MILESTONE_MISSED,
            AlertKind.MILESTONE_AT_RISK,
            AlertKind.DATE_SLIPPING,
            AlertKind.SUPPLIER_SILENT);

    private final Wanted wanted;
    private final Predicate<AlertTransition> filter;
    private final Parameters.Paging paging;

    private enum Wanted {
        open,
        past,
        all
    }

    public record Answer(@JsonUnwrapped Parameters.Head head, int open, int past, List<AlertRow> alerts) {}

    AlertList(Parameters asked) {
        asked.only("page", "size", "state", "cluster", "kind", "supplier", "severity");
        wanted = asked.one("state", Wanted.open, List.of(Wanted.values()));
        filter = filter(asked);
        paging = asked.paging();
    }

    /** By cluster, supplier, kind and severity. */
    static Predicate<AlertTransition> filter(Parameters asked) {
        return asked.filter("cluster", AlertTransition::getCluster)
                .and(asked.filter("supplier", AlertTransition::getSupplier))
                .and(asked.filter("kind", KINDS, AlertTransition::getKind))
                .and(asked.filter(
                        "severity", List.of(Severity.CRITICAL, Severity.WARNING), AlertTransition::getSeverity));
    }

    Answer of(Board board) {
        List<Episode> all = board.episodes().newestFirst().stream()
                .filter(episode -> filter.test(episode.last()))
                .toList();
        List<Episode> open = all.stream().filter(Episode::isOpen).toList();
        List<Episode> asked =
                switch (wanted) {
                    case open -> open;
                    case past ->
                        all.stream().filter(episode -> !episode.isOpen()).toList();
                    case all -> all;
                };
        return new Answer(
                paging.head(asked),
                open.size(),
                all.size() - open.size(),
                paging.of(asked, episode -> AlertRow.of(board, episode)));
    }
}

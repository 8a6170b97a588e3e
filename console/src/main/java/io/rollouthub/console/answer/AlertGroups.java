package io.rollouthub.console.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.Episodes.Episode;
import io.rollouthub.output.AlertTransition;
import io.rollouthub.report.AlertId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A page of what there is to do: the alerts of one milestone, or of one supplier's silence, as one line. */
final class AlertGroups {
    private final Wanted wanted;
    private final Sort sort;
    private final Predicate<AlertTransition> filter;
    private final Parameters.Paging paging;

    private enum Wanted {
        open,
        past,
        all
    }

    /** Within a cluster. */
    enum Sort {
        newest(Comparator.comparing(AlertGroup::newest, Comparator.reverseOrder())),
        worst(Comparator.comparing(AlertGroup::isCritical, Comparator.reverseOrder())
                .thenComparing(AlertGroup::isOpen, Comparator.reverseOrder())
                .thenComparing(AlertGroup::newest, Comparator.reverseOrder()));

        private final Comparator<AlertGroup> order;

        Sort(Comparator<AlertGroup> order) {
            this.order = order.thenComparing(one -> one.last().getSubject());
        }

        Comparator<AlertGroup> order() {
            return order;
        }
    }

    public record Answer(
            @JsonUnwrapped Parameters.Head head, int open, int past, List<AlertGroup.AlertGroupRow> groups) {}

    AlertGroups(Parameters asked) {
        asked.only("page", "size", "state", "sort", "cluster", "kind", "supplier", "severity");
        wanted = asked.one("state", Wanted.open, List.of(Wanted.values()));
        sort = asked.one("sort", Sort.newest, List.of(Sort.values()));
        filter = AlertList.filter(asked);
        paging = asked.paging();
    }

    Answer of(Board board) {
        List<String> clusters = new ArrayList<>(board.clusters());
        List<AlertGroup> all = all(board).stream()
                .filter(group -> group.alerts().stream().anyMatch(alert -> filter.test(alert.last())))
                .sorted(Comparator.comparing(
                                (AlertGroup one) -> clusters.indexOf(one.last().getCluster()))
                        .thenComparing(sort.order()))
                .toList();
        List<AlertGroup> open = all.stream().filter(AlertGroup::isOpen).toList();
        List<AlertGroup> asked =
                switch (wanted) {
                    case open -> open;
                    case past -> all.stream().filter(one -> !one.isOpen()).toList();
                    case all -> all;
                };
        return new Answer(
                paging.head(asked), open.size(), all.size() - open.size(), paging.of(asked, one -> one.row(board)));
    }

    /** The alerts of each milestone and of each supplier in a cluster that has had any, by their last episodes. */
    static List<AlertGroup> all(Board board) {
        Map<String, List<Episode>> groups = new HashMap<>();
        for (Episode episode : board.episodes().newestFirst()) {
            if (board.episodes().last(episode.alertId()) == episode) {
                groups.computeIfAbsent(keyOf(episode.last()), key -> new ArrayList<>(2))
                        .add(episode);
            }
        }
        return groups.values().stream().map(AlertGroup::of).toList();
    }

    private static String keyOf(AlertTransition alert) {
        return new AlertId(alert.getCluster(), alert.getKind(), alert.getSubject()).task();
    }

    /** How many there are to look after, the critical ones apart. */
    record ToDo(int critical, int warning) {
        static ToDo of(List<AlertGroup> groups, Predicate<AlertTransition> which) {
            List<AlertGroup> open = groups.stream()
                    .filter(group -> group.isOpen() && which.test(group.last()))
                    .toList();
            int critical = (int) open.stream().filter(AlertGroup::isCritical).count();
            return new ToDo(critical, open.size() - critical);
        }
    }
}

package io.rollouthub.console.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rollouthub.console.live.Board;
import io.rollouthub.explain.Names;
import io.rollouthub.output.MilestoneKind;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Status;
import io.rollouthub.report.MilestoneKey;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A page of a cluster's milestones, filtered and sorted here. */
final class MilestoneList {
    private static final List<Status> WORST_FIRST =
            List.of(Status.MISSED, Status.PENDING, Status.MET_LATE, Status.MET, Status.WITHDRAWN);
    private static final List<MilestoneKind> KINDS =
            List.of(MilestoneKind.GO_LIVE, MilestoneKind.RELEASE, MilestoneKind.COMMITMENT);

    private final Predicate<MilestoneState> filter;
    private final Predicate<MilestoneState> ofStatus;
    private final Comparator<MilestoneState> order;
    private final Parameters.Paging paging;

    /** By what it can be sorted, as it is asked for. */
    private enum Sort {
        name(one -> Names.milestone(one).toLowerCase(Locale.ROOT)),
        kind(MilestoneState::getKind),
        status(one -> WORST_FIRST.indexOf(one.getStatus())),
        baseline(MilestoneState::getBaseline),
        due(MilestoneState::getDue),
        slipDays(MilestoneState::getSlipDays),
        slips(MilestoneState::getSlips),
        owner(MilestoneState::getOwner),
        progress(MilestoneList::share),
        probability(MilestoneState::getProbability),
        achievedOn(MilestoneState::getAchievedOn);

        private final Function<MilestoneState, @Nullable Comparable<?>> value;

        Sort(Function<MilestoneState, @Nullable Comparable<?>> value) {
            this.value = value;
        }

        @SuppressWarnings("unchecked") // of one sort all values are of one type
        Comparator<MilestoneState> order(Direction direction) {
            Comparator<Comparable<Object>> natural =
                    direction == Direction.asc ? Comparator.naturalOrder() : Comparator.reverseOrder();
            return Comparator.comparing(one -> (Comparable<Object>) value.apply(one), Comparator.nullsLast(natural));
        }
    }

    private enum Direction {
        asc,
        desc
    }

    public record Answer(
            @JsonUnwrapped Parameters.Head head, Map<Status, Integer> statuses, List<MilestoneRow> milestones) {}

    /** A milestone as it stands in lists. */
    public record MilestoneRow(
            String id,
            String name,
            @JsonUnwrapped MilestoneState state,
            @Nullable String ownerName,
            int openAlerts) {

        static MilestoneRow of(Board board, MilestoneState milestone) {
            return new MilestoneRow(
                    new MilestoneKey(milestone.getCluster(), milestone.getMilestone()).toString(),
                    Names.milestone(milestone),
                    milestone,
                    board.names().supplier(milestone.getOwner()),
                    board.episodes().openOn(milestone.getCluster(), milestone.getMilestone()));
        }
    }

    MilestoneList(Parameters asked) {
        asked.only("page", "size", "q", "status", "kind", "owner", "sort", "direction");
        String q = asked.text("q");
        filter = asked.filter("kind", KINDS, MilestoneState::getKind)
                .and(asked.filter("owner", MilestoneState::getOwner))
                .and(one -> q == null || words(one).contains(q.toLowerCase(Locale.ROOT)));
        ofStatus = asked.filter("status", WORST_FIRST, MilestoneState::getStatus);
        order = asked.one("sort", Sort.due, List.of(Sort.values()))
                .order(asked.one("direction", Direction.asc, List.of(Direction.values())))
                .thenComparing(MilestoneState::getDue)
                .thenComparing(MilestoneState::getMilestone);
        paging = asked.paging();
    }

    private static @Nullable Double share(MilestoneState milestone) {
        return milestone.getProgress() == null || milestone.getCount() == null
                ? null
                : milestone.getProgress() / (double) milestone.getCount();
    }

    Answer of(Board board, String cluster) {
        List<MilestoneState> others = Board.in(board.results().milestones(), cluster).values().stream()
                .filter(filter)
                .toList();
        Map<Status, Integer> counts = new LinkedHashMap<>();
        WORST_FIRST.forEach(status -> counts.put(status, 0));
        others.forEach(one -> counts.merge(one.getStatus(), 1, Integer::sum));
        List<MilestoneState> all =
                others.stream().filter(ofStatus).sorted(order).toList();
        return new Answer(paging.head(all), counts, paging.of(all, one -> MilestoneRow.of(board, one)));
    }

    private static String words(MilestoneState one) {
        return (Names.milestone(one) + "\n" + one.getMilestone() + "\n" + one.getOwner() + "\n" + one.getSite() + "\n"
                        + one.getProduct() + "\n" + one.getRelease())
                .toLowerCase(Locale.ROOT);
    }
}

package io.rollouthub.console.answer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rollouthub.console.live.Board;
import io.rollouthub.explain.Course;
import io.rollouthub.explain.Names;
import io.rollouthub.output.MilestoneKind;
import io.rollouthub.output.MilestoneState;
import io.rollouthub.output.Status;
import io.rollouthub.report.ClusterKeys;
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
    private final Predicate<Judged> shown;
    private final Comparator<Judged> order;
    private final Parameters.Paging paging;

    /** A milestone and how it does. */
    private record Judged(MilestoneState state, Course course) {}

    /** By what it can be sorted, as it is asked for. */
    private enum Sort {
        course(one -> one.course().ordinal() + (one.state().getKind() == MilestoneKind.COMMITMENT ? 0 : 100)),
        name(one -> Names.milestone(one.state()).toLowerCase(Locale.ROOT)),
        kind(one -> one.state().getKind()),
        status(one -> WORST_FIRST.indexOf(one.state().getStatus())),
        baseline(one -> one.state().getBaseline()),
        due(one -> one.state().getDue()),
        slipDays(one -> one.state().getSlipDays()),
        slips(one -> one.state().getSlips()),
        owner(one -> one.state().getOwner()),
        progress(one -> share(one.state())),
        probability(one -> one.state().getProbability()),
        achievedOn(one -> one.state().getAchievedOn());

        private final Function<Judged, @Nullable Comparable<?>> value;

        Sort(Function<Judged, @Nullable Comparable<?>> value) {
            this.value = value;
        }

        @SuppressWarnings("unchecked") // of one sort all values are of one type
        Comparator<Judged> order(Direction direction) {
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
            @JsonUnwrapped Parameters.Head head,
            Map<Status, Integer> statuses,
            Map<Course, Integer> courses,
            List<MilestoneRow> milestones) {}

    /** A milestone as it stands in lists. */
    public record MilestoneRow(
            String id,
            String name,
            @JsonUnwrapped MilestoneState state,
            Course course,
            @Nullable String ownerName,
            int openAlerts) {

        static MilestoneRow of(Board board, MilestoneState milestone) {
            return new MilestoneRow(
                    new MilestoneKey(milestone.getCluster(), milestone.getMilestone()).toString(),
                    Names.milestone(milestone),
                    milestone,
                    board.course(milestone),
                    board.names().supplier(milestone.getOwner()),
                    board.episodes().openOn(milestone.getCluster(), milestone.getMilestone()));
        }
    }

    MilestoneList(Parameters asked) {
        asked.only("page", "size", "q", "status", "course", "kind", "owner", "sort", "direction");
        String q = asked.text("q");
        filter = asked.filter("kind", KINDS, MilestoneState::getKind)
                .and(asked.filter("owner", MilestoneState::getOwner))
                .and(one -> q == null || words(one).contains(q.toLowerCase(Locale.ROOT)));
        Predicate<Judged> ofStatus =
                asked.filter("status", WORST_FIRST, one -> one.state().getStatus());
        shown = ofStatus.and(asked.filter("course", List.of(Course.values()), Judged::course));
        order = asked.one("sort", Sort.course, List.of(Sort.values()))
                .order(asked.one("direction", Direction.asc, List.of(Direction.values())))
                .thenComparing(one -> one.state().getDue())
                .thenComparing(one -> one.state().getMilestone());
        paging = asked.paging();
    }

    private static @Nullable Double share(MilestoneState milestone) {
        return milestone.getProgress() == null || milestone.getCount() == null
                ? null
                : milestone.getProgress() / (double) milestone.getCount();
    }

    Answer of(Board board, String cluster) {
        List<Judged> others = ClusterKeys.of(board.results().milestones(), cluster).values().stream()
                .filter(filter)
                .map(one -> new Judged(one, board.course(one)))
                .toList();
        Map<Status, Integer> statuses =
                counts(WORST_FIRST, others, one -> one.state().getStatus());
        Map<Course, Integer> courses = counts(List.of(Course.values()), others, Judged::course);
        List<Judged> all = others.stream().filter(shown).sorted(order).toList();
        return new Answer(
                paging.head(all), statuses, courses, paging.of(all, one -> MilestoneRow.of(board, one.state())));
    }

    private static <E> Map<E, Integer> counts(List<E> order, List<Judged> all, Function<Judged, E> of) {
        Map<E, Integer> counts = new LinkedHashMap<>();
        order.forEach(one -> counts.put(one, 0));
        all.forEach(one -> counts.merge(of.apply(one), 1, Integer::sum));
        return counts;
    }

    private static String words(MilestoneState one) {
        return (Names.milestone(one) + "\n" + one.getMilestone() + "\n" + one.getOwner() + "\n" + one.getSite() + "\n"
                        + one.getProduct() + "\n" + one.getRelease())
                .toLowerCase(Locale.ROOT);
    }
}

package io.rollouthub.console.answer;

import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.LiveHub;
import io.rollouthub.explain.JournalStories;
import java.time.Instant;
import java.util.Collection;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the console can be asked; {@code docs/openapi.yaml} says what each answer holds. Each throws a {@link HttpResponseException} if
 * it cannot be given.
 */
public final class Answers {
    private final LiveHub hub;

    public Answers(LiveHub hub) {
        this.hub = hub;
    }

    /** The programme with a card for each cluster. */
    public ProgrammeAnswer programme(Parameters asked) {
        asked.only();
        return look((board, stories) -> ProgrammeAnswer.of(board, stories, ClockAnswer.of(hub)));
    }

    /** One cluster. */
    public ClusterAnswer cluster(String cluster, Parameters asked) {
        asked.only();
        return look((board, stories) -> {
            requireCluster(board, cluster);
            return ClusterAnswer.of(board, stories, cluster);
        });
    }

    /** A page of a cluster's milestones. */
    public MilestoneList.Answer milestones(String cluster, Parameters asked) {
        MilestoneList list = new MilestoneList(asked);
        return look((board, stories) -> {
            requireCluster(board, cluster);
            return list.of(board, cluster);
        });
    }

    /** One milestone, named {@code <cluster>/<milestone>}. */
    public MilestoneAnswer milestone(String id, Parameters asked) {
        asked.only();
        return look((board, stories) ->
                found(MilestoneAnswer.of(board, stories, id), "There is no milestone '" + id + "'."));
    }

    /** A page of episodes of alerts. */
    public AlertList.Answer alerts(Parameters asked) {
        AlertList list = new AlertList(asked);
        return look((board, stories) -> list.of(board));
    }

    /** One alert. */
    public AlertAnswer alert(String alertId, Parameters asked) {
        asked.only();
        return look((board, stories) ->
                found(AlertAnswer.of(board, stories, alertId), "The alert '" + alertId + "' has never opened."));
    }

    /** A page of what was rejected. */
    public RejectedList.Answer rejected(Parameters asked) {
        RejectedList list = new RejectedList(asked);
        return look((board, stories) -> list.of(board));
    }

    /** How the hub and this console are, since when and with how many that listen to changes; always given. */
    public SystemAnswer system(Instant startedAt, int streams, Parameters asked) {
        asked.only();
        return SystemAnswer.of(hub, startedAt, streams);
    }

    private <T> T look(BiFunction<Board, JournalStories, T> look) {
        Board board = hub.board();
        if (board == null) {
            String problem = hub.problem();
            throw new ServiceUnavailableResponse(
                    "The hub's topics have not been read yet" + (problem == null ? "." : ": " + problem + "."));
        }
        return board.look(now -> hub.stories(stories -> look.apply(now, stories)));
    }

    private static void requireCluster(Board board, String cluster) {
        Collection<String> clusters = ProgrammeAnswer.clusters(board);
        if (!clusters.contains(cluster)) {
            throw new NotFoundResponse("There is no cluster '" + cluster + "'. "
                    + (clusters.isEmpty() ? "There is none yet." : "There are: " + String.join(", ", clusters) + "."));
        }
    }

    private static <T> T found(@Nullable T answer, String otherwise) {
        if (answer == null) {
            throw new NotFoundResponse(otherwise);
        }
        return answer;
    }
}

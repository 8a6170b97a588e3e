package io.rollouthub.console.answer;

import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import io.rollouthub.console.live.Annals;
import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.LiveHub;
import io.rollouthub.explain.Exposure;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

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
        Board board = board();
        Map<String, Exposure> exposures = exposures(board.look(ProgrammeAnswer::clusters));
        ClockAnswer clock = ClockAnswer.of(hub);
        return board.look(now -> ProgrammeAnswer.of(now, clock, exposures));
    }

    /** One cluster. */
    public ClusterAnswer cluster(String cluster, Parameters asked) {
        asked.only();
        Board board = board();
        requireCluster(board, cluster);
        Exposure exposure = exposures(Set.of(cluster)).get(cluster);
        return board.look(now -> ClusterAnswer.of(now, cluster, exposure));
    }

    /** A page of a cluster's milestones. */
    public MilestoneList.Answer milestones(String cluster, Parameters asked) {
        MilestoneList list = new MilestoneList(asked);
        Board board = board();
        requireCluster(board, cluster);
        return board.look(now -> list.of(now, cluster));
    }

    /**
     * One milestone.
     *
     * @param id as {@code <cluster>/<milestone>}
     */
    public MilestoneAnswer milestone(String id, Parameters asked) {
        asked.only();
        MilestoneAnswer answer = MilestoneAnswer.of(id, board(), hub.annals());
        if (answer == null) {
            throw new NotFoundResponse("There is no milestone '" + id + "'.");
        }
        return answer;
    }

    /** A page of episodes of alerts. */
    public AlertList.Answer alerts(Parameters asked) {
        AlertList list = new AlertList(asked);
        return board().look(list::of);
    }

    /** One alert. */
    public AlertAnswer alert(String alertId, Parameters asked) {
        asked.only();
        AlertAnswer answer = AlertAnswer.of(alertId, board(), hub.annals());
        if (answer == null) {
            throw new NotFoundResponse("The alert '" + alertId + "' has never opened.");
        }
        return answer;
    }

    /** A page of what was rejected. */
    public RejectedList.Answer rejected(Parameters asked) {
        RejectedList list = new RejectedList(asked);
        return board().look(list::of);
    }

    /**
     * How the hub and this console are; always given.
     *
     * @param startedAt when the console was
     * @param streams how many listen to changes
     */
    public SystemAnswer system(Instant startedAt, int streams, Parameters asked) {
        asked.only();
        return SystemAnswer.of(hub, startedAt, streams);
    }

    private Board board() {
        Board board = hub.board();
        if (board == null) {
            String problem = hub.problem();
            throw new ServiceUnavailableResponse(
                    "The hub's topics have not been read yet" + (problem == null ? "." : ": " + problem + "."));
        }
        return board;
    }

    private static void requireCluster(Board board, String cluster) {
        Collection<String> clusters = board.look(ProgrammeAnswer::clusters);
        if (!clusters.contains(cluster)) {
            throw new NotFoundResponse("There is no cluster '" + cluster + "'. "
                    + (clusters.isEmpty() ? "There is none yet." : "There are: " + String.join(", ", clusters) + "."));
        }
    }

    private Map<String, Exposure> exposures(Collection<String> clusters) {
        Map<String, Exposure> exposures = new HashMap<>();
        Annals annals = hub.annals();
        if (annals != null) {
            annals.look(stories -> {
                for (String cluster : clusters) {
                    Exposure exposure = stories.exposure(cluster);
                    if (exposure != null) {
                        exposures.put(cluster, exposure);
                    }
                }
                return true;
            });
        }
        return exposures;
    }
}

package io.rollouthub.console.answer;

import io.rollouthub.console.live.Annals;
import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.LiveHub;
import io.rollouthub.explain.Exposure;
import io.rollouthub.http.RequestException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the console can be asked; {@code docs/api.md} says what each answer holds. Each throws a {@link RequestException} if
 * it cannot be given.
 */
public final class Answers {
    private static final int NOT_YET = 503;

    private final LiveHub hub;

    public Answers(LiveHub hub) {
        this.hub = hub;
    }

    /** The programme with a card for each cluster. */
    public Map<String, Object> programme(Parameters asked) {
        asked.only();
        Board board = board();
        Map<String, Exposure> exposures = exposures(board.look(ProgrammeAnswer::clusters));
        ClockAnswer clock = ClockAnswer.of(hub);
        return board.look(now -> ProgrammeAnswer.of(now, clock, exposures));
    }

    /** One cluster. */
    public Map<String, Object> cluster(String cluster, Parameters asked) {
        asked.only();
        Board board = board();
        requireCluster(board, cluster);
        Exposure exposure = exposures(Set.of(cluster)).get(cluster);
        return board.look(now -> new ClusterAnswer(now, new Names(now.programme()), cluster).page(exposure));
    }

    /** A page of a cluster's milestones. */
    public Map<String, Object> milestones(String cluster, Parameters asked) {
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
    public Map<String, Object> milestone(String id, Parameters asked) {
        asked.only();
        Map<String, Object> answer = new MilestoneAnswer(id).of(board(), hub.annals());
        if (answer == null) {
            throw RequestException.notFound("There is no milestone '" + id + "'.");
        }
        return answer;
    }

    /** A page of episodes of alerts. */
    public Map<String, Object> alerts(Parameters asked) {
        AlertList list = new AlertList(asked);
        return board().look(list::of);
    }

    /** One alert. */
    public Map<String, Object> alert(String alertId, Parameters asked) {
        asked.only();
        Map<String, Object> answer = new AlertAnswer(alertId).of(board(), hub.annals());
        if (answer == null) {
            throw RequestException.notFound("The alert '" + alertId + "' has never opened.");
        }
        return answer;
    }

    /** A page of what was refused. */
    public Map<String, Object> rejected(Parameters asked) {
        RejectedList list = new RejectedList(asked);
        return board().look(list::of);
    }

    /** How the hub and this console are; always given. */
    public Map<String, Object> system(ConsoleFigures console, Parameters asked) {
        asked.only();
        Board board = hub.board();
        Integer milestones = board == null
                ? null
                : board.look(now -> now.results().milestones().size());
        return SystemAnswer.of(hub, milestones, console);
    }

    private Board board() {
        Board board = hub.board();
        if (board == null) {
            String problem = hub.problem();
            throw new RequestException(
                    NOT_YET,
                    "The hub's topics have not been read yet" + (problem == null ? "." : ": " + problem + "."));
        }
        return board;
    }

    private static void requireCluster(Board board, String cluster) {
        Collection<String> clusters = board.look(ProgrammeAnswer::clusters);
        if (!clusters.contains(cluster)) {
            throw RequestException.notFound("There is no cluster '" + cluster + "'. "
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

package io.rollouthub.console.answer;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotAcceptableResponse;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.rollouthub.console.live.Board;
import io.rollouthub.console.live.LiveHub;
import io.rollouthub.explain.JournalStories;
import io.rollouthub.http.Json;
import io.rollouthub.http.Routes;
import java.time.Instant;
import java.util.Collection;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The paths under {@code /api} and what is answered there, as {@code docs/openapi.yaml} describes it; an {@link
 * HttpResponseException} says why it cannot be.
 */
public final class Answers implements Routes {
    private static final String EVENTS = "text/event-stream";

    private final LiveHub hub;
    private final Listeners listeners;
    private final Instant startedAt = Instant.now();

    /** Those to whom changes are told. A place is taken before a client is told that it listens, and is free when it goes. */
    public interface Listeners {
        /** Takes a place; false if there is none. */
        boolean enter();

        /** Gives a place back that nobody has joined at. */
        void leave();

        /** Lets a client that has a place listen until it goes. */
        void join(SseClient client);

        int count();
    }

    /** Of a hub and of those who listen to its changes. */
    public Answers(LiveHub hub, Listeners listeners) {
        this.hub = hub;
        this.listeners = listeners;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        json(routes, "/api/programme", this::programme);
        json(routes, "/api/clusters/{cluster}", this::cluster);
        json(routes, "/api/clusters/{cluster}/milestones", this::milestones);
        json(routes, "/api/milestones/<id>", this::milestone);
        json(routes, "/api/alerts", this::alerts);
        json(routes, "/api/alerts/<id>", this::alert);
        json(routes, "/api/to-do", this::toDo);
        json(routes, "/api/record", this::ownRecord);
        json(routes, "/api/rejected", this::rejected);
        json(routes, "/api/system", this::system);
        SseHandler events = new SseHandler(listeners::join);
        routes.get("/api/stream", context -> {
            String wanted = context.header("Accept");
            if (wanted == null || !wanted.contains(EVENTS)) {
                throw new NotAcceptableResponse("Here are events: ask for them with 'Accept: " + EVENTS + "'.");
            }
            if (!listeners.enter()) {
                throw new ServiceUnavailableResponse("Too many listen already.");
            }
            boolean told = false;
            try {
                events.handle(context);
                told = true;
            } finally {
                if (!told) {
                    listeners.leave();
                }
            }
        });
        Handler nothing = context -> {
            throw new NotFoundResponse("There is nothing at " + context.path() + ".");
        };
        routes.get("/api", nothing).head("/api", nothing);
        routes.get("/api/<rest>", nothing).head("/api/<rest>", nothing);
    }

    private static void json(
            JavalinDefaultRoutingApi routes, String path, BiFunction<Context, Parameters, Object> answer) {
        Handler handler = context -> Routes.answer(
                context, Json.CONTENT_TYPE, Json.write(answer.apply(context, new Parameters(context.queryParamMap()))));
        routes.get(path, handler).head(path, handler);
    }

    private ProgrammeAnswer programme(Context path, Parameters asked) {
        asked.only();
        return look(board -> ProgrammeAnswer.of(board, ClockAnswer.of(hub)));
    }

    private ClusterAnswer cluster(Context path, Parameters asked) {
        asked.only();
        String cluster = look(board -> knownCluster(board, path));
        return look(cluster, (board, stories) -> ClusterAnswer.of(board, stories, cluster));
    }

    private MilestoneList.Answer milestones(Context path, Parameters asked) {
        MilestoneList list = new MilestoneList(asked);
        return look(board -> list.of(board, knownCluster(board, path)));
    }

    private MilestoneAnswer milestone(Context path, Parameters asked) {
        String id = path.pathParam("id");
        asked.only();
        return look(
                clusterOf(id),
                (board, stories) ->
                        found(MilestoneAnswer.of(board, stories, id), "There is no milestone '" + id + "'."));
    }

    private AlertList.Answer alerts(Context path, Parameters asked) {
        AlertList list = new AlertList(asked);
        return look(list::of);
    }

    private AlertGroups.Answer toDo(Context path, Parameters asked) {
        AlertGroups list = new AlertGroups(asked);
        return look(list::of);
    }

    private AlertAnswer alert(Context path, Parameters asked) {
        String alertId = path.pathParam("id");
        asked.only();
        return look(
                clusterOf(alertId),
                (board, stories) -> found(
                        AlertAnswer.of(board, stories, alertId), "The alert '" + alertId + "' has never opened."));
    }

    private RecordAnswer.Answer ownRecord(Context path, Parameters asked) {
        RecordAnswer answer = new RecordAnswer(asked);
        return look(answer::of);
    }

    private RejectedList.Answer rejected(Context path, Parameters asked) {
        RejectedList list = new RejectedList(asked);
        return look(list::of);
    }

    /** Always given. */
    private SystemAnswer system(Context path, Parameters asked) {
        asked.only();
        return SystemAnswer.of(hub, startedAt, listeners.count());
    }

    private <T> T look(Function<Board, T> look) {
        return board().look(look);
    }

    /** With the reports on a cluster, which may have to be read first; meanwhile the board is free for others. */
    private <T> T look(String cluster, BiFunction<Board, JournalStories, T> look) {
        while (true) {
            hub.hold(cluster);
            T answer = board().<@Nullable T>look(now -> hub.stories(cluster, stories -> look.apply(now, stories)));
            if (answer != null) {
                return answer;
            }
        }
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

    /** The first word of the key of a milestone or an alert. */
    private static String clusterOf(String key) {
        return key.split("/", 2)[0];
    }

    private static String knownCluster(Board board, Context path) {
        String cluster = path.pathParam("cluster");
        Collection<String> clusters = board.clusters();
        if (!clusters.contains(cluster)) {
            throw new NotFoundResponse("There is no cluster '" + cluster + "'. "
                    + (clusters.isEmpty() ? "There is none yet." : "There are: " + String.join(", ", clusters) + "."));
        }
        return cluster;
    }

    private static <T> T found(@Nullable T answer, String otherwise) {
        if (answer == null) {
            throw new NotFoundResponse(otherwise);
        }
        return answer;
    }
}

package io.rollouthub.console;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotAcceptableResponse;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.sse.SseHandler;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.rollouthub.console.answer.Answers;
import io.rollouthub.console.answer.Parameters;
import io.rollouthub.http.Json;
import io.rollouthub.http.Routes;
import java.time.Instant;
import java.util.function.BiFunction;

/** The paths under {@code /api}, as {@code docs/openapi.yaml} describes them. */
final class ConsoleRoutes implements Routes {
    private static final String EVENTS = "text/event-stream";

    private final Answers answers;
    private final ChangeStream stream;
    private final Instant startedAt = Instant.now();

    ConsoleRoutes(Answers answers, ChangeStream stream) {
        this.answers = answers;
        this.stream = stream;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        json(routes, "/api/programme", (path, asked) -> answers.programme(asked));
        json(routes, "/api/clusters/{cluster}", (path, asked) -> answers.cluster(path.pathParam("cluster"), asked));
        json(
                routes,
                "/api/clusters/{cluster}/milestones",
                (path, asked) -> answers.milestones(path.pathParam("cluster"), asked));
        json(routes, "/api/milestones/<id>", (path, asked) -> answers.milestone(path.pathParam("id"), asked));
        json(routes, "/api/alerts", (path, asked) -> answers.alerts(asked));
        json(routes, "/api/alerts/<id>", (path, asked) -> answers.alert(path.pathParam("id"), asked));
        json(routes, "/api/rejected", (path, asked) -> answers.rejected(asked));
        json(routes, "/api/system", (path, asked) -> answers.system(startedAt, stream.listeners(), asked));
        SseHandler events = new SseHandler(stream::join);
        routes.get("/api/stream", context -> {
            String wanted = context.header("Accept");
            if (wanted == null || !wanted.contains(EVENTS)) {
                throw new NotAcceptableResponse("Here are events: ask for them with 'Accept: " + EVENTS + "'.");
            }
            events.handle(context);
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
}

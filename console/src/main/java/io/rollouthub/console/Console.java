package io.rollouthub.console;

import io.rollouthub.console.answer.Answers;
import io.rollouthub.console.live.LiveHub;
import io.rollouthub.console.live.LiveHub.Outlook;
import io.rollouthub.http.HttpServer;
import io.rollouthub.http.HttpSettings;
import io.rollouthub.http.Routes;
import io.rollouthub.reader.Connection;
import java.util.ArrayList;
import java.util.List;

/** What people look at: follows a hub's topics and serves them to browsers and programs, until it is closed. */
public final class Console implements AutoCloseable {
    private final ChangeStream stream;
    private final LiveHub hub;
    private final HttpServer server;

    private Console(ChangeStream stream, LiveHub hub, HttpServer server) {
        this.stream = stream;
        this.hub = hub;
        this.server = server;
    }

    /** Starts it, with further routes; until the hub's topics are there, maybe later, and read, the console says so. */
    public static Console start(Connection connection, Outlook outlook, HttpSettings settings, List<Routes> beside) {
        LiveHub hub = LiveHub.follow(connection, outlook);
        ChangeStream stream = new ChangeStream(hub);
        List<Routes> routes = new ArrayList<>(beside);
        routes.add(new Answers(hub, stream));
        routes.add(new PageRoutes());
        try {
            HttpServer server = HttpServer.start(settings, routes);
            stream.start();
            return new Console(stream, hub, server);
        } catch (RuntimeException e) {
            hub.close();
            throw e;
        }
    }

    /** Its address for a browser on this machine, ending in a slash. */
    public String address() {
        return server.address();
    }

    @Override
    public void close() {
        stream.close();
        server.close();
        hub.close();
    }
}

package io.rollouthub.hub.cli;

import io.rollouthub.hub.embedded.Loopback;
import io.rollouthub.hub.http.HttpServer;
import io.rollouthub.hub.http.HttpSettings;
import io.rollouthub.hub.http.HttpStartException;
import io.rollouthub.hub.http.Routes;
import io.rollouthub.hub.settings.Setting;
import io.rollouthub.hub.settings.Settings;
import java.util.List;

/** Starts the web server on the port that was set, or, if none was, on the usual one or the next that is free. */
final class WebServer {
    private static final int TRIES = 10;

    private WebServer() {}

    static HttpServer start(Settings settings, List<Routes> routes) {
        HttpSettings http = settings.http();
        if (settings.isSet(Setting.HTTP_PORT)) {
            return HttpServer.start(http, routes);
        }
        for (int tries = 1; ; tries++) {
            try {
                return HttpServer.start(http.at(http.host(), Loopback.freeFrom(http.port())), routes);
            } catch (HttpStartException e) { // somebody else took it at the same moment
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }
}

package io.rollouthub.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.router.EndpointNotFound;
import io.javalin.util.JavalinBindException;
import io.rollouthub.failure.RolloutException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hub's web server; it only tells. */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final int MOST_THREADS = 40;
    private static final int LEAST_THREADS = 4;
    private static final int MOST_PORTS = 100;

    private final Javalin app;
    private final String host;

    private HttpServer(Javalin app, String host) {
        this.app = app;
        this.host = host;
    }

    /** The web server cannot be started as it is set up; its message says why and how to mend it. */
    public static final class HttpStartException extends RolloutException {
        private static final long serialVersionUID = 1;

        HttpStartException(String what, String remedy, @Nullable Throwable cause) {
            super(what, remedy, cause);
        }
    }

    /** Starts it, with routes of which the first that matches answers; throws if it must not or cannot listen there. */
    public static HttpServer start(HttpSettings settings, List<Routes> routes) {
        return start(settings, routes, ConnectionLimits.Limits.USUAL);
    }

    static HttpServer start(HttpSettings settings, List<Routes> routes, ConnectionLimits.Limits limits) {
        requireSafe(settings);
        Set<String> open = routes.stream().flatMap(one -> one.open().stream()).collect(Collectors.toUnmodifiableSet());
        int last = settings.port() + (settings.orNextPort() ? MOST_PORTS : 0);
        for (int port = settings.port(); ; port++) {
            Javalin app = Javalin.create(config -> {
                config.jetty.modifyServer(server -> {
                    ConnectionLimits connections = new ConnectionLimits(server, settings, limits);
                    server.addBean(connections);
                    server.setHandler(new Guard(settings, open, connections));
                });
                configure(config, routes);
            });
            try {
                return new HttpServer(app.start(settings.host(), port), settings.host());
            } catch (RuntimeException e) {
                app.stop();
                Throwable root = RolloutException.rootOf(e);
                boolean taken = root instanceof BindException || e instanceof JavalinBindException;
                if (!taken || port == last) {
                    throw cannotListen(settings.host() + ":" + port, taken, root);
                }
            }
        }
    }

    private static HttpStartException cannotListen(String where, boolean taken, Throwable cause) {
        return new HttpStartException(
                "The web server cannot " + (taken ? "listen" : "be started") + " on " + where + ": "
                        + cause.getMessage(),
                taken
                        ? "Stop the program that has that port, or choose another with --port or http.port."
                        : "Check http.host and http.port.",
                cause);
    }

    private static void configure(JavalinConfig config, List<Routes> routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.threadPool = threads();
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendDateHeader(false);
        });
        config.jetty.modifyServer(server -> server.setErrorHandler(new Guard.Errors()));
        routes.forEach(one -> one.addTo(config.routes));
        config.routes.exception(
                HttpResponseException.class,
                (e, context) -> answer(context, e.getStatus(), String.valueOf(e.getMessage())));
        config.routes.exception(
                EndpointNotFound.class,
                (e, context) -> answer(context, e.getStatus(), "There is nothing at this path."));
        config.routes.exception(Exception.class, (e, context) -> {
            LOG.error("{} could not be answered", context.path(), e);
            answer(context, HttpStatus.INTERNAL_SERVER_ERROR.getCode(), Guard.Errors.UNEXPECTED);
        });
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
        threads.setName("http");
        threads.setDaemon(true);
        return threads;
    }

    private static void answer(Context context, int status, String sentence) {
        if (status == HttpStatus.SERVICE_UNAVAILABLE.getCode()) {
            context.header("Retry-After", "1");
        }
        context.status(status)
                .header("Cache-Control", "no-store")
                .contentType(Json.CONTENT_TYPE)
                .result(Json.error(sentence));
    }

    /** Other machines get nothing unless it is known who asks; throws if they would, as {@link #start} does. */
    public static void requireSafe(HttpSettings settings) {
        try {
            if (InetAddress.getByName(settings.host()).isLoopbackAddress()) {
                return;
            }
            if (!settings.asksWho()) {
                throw new HttpStartException(
                        "The web server will not listen on " + settings.host()
                                + ", where other machines reach it, without knowing who asks.",
                        "Set http.user and http.password, or http.trusted-proxy-header and http.trusted-proxies; or"
                                + " leave http.host at " + HttpSettings.LOOPBACK + ".",
                        null);
            }
            if (settings.credentials() != null && settings.credentials().areGuessable()) {
                throw new HttpStartException(
                        "The web server will not listen on " + settings.host()
                                + ", where other machines reach it, with a password that anybody guesses.",
                        "Set http.password to one of at least 8 characters that nobody else has, such as"
                                + " 'openssl rand -hex 16' prints.",
                        null);
            }
        } catch (UnknownHostException e) {
            throw new HttpStartException(
                    "There is no host " + settings.host() + " for the web server to listen on.", "Mend http.host.", e);
        }
    }

    public int port() {
        return app.port();
    }

    /** Its address for a browser on this machine, ending in a slash. */
    public String address() {
        boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
        String name = everywhere ? HttpSettings.LOOPBACK : host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + port() + "/";
    }

    @Override
    public void close() {
        app.stop();
    }
}

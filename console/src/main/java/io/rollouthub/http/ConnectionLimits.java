package io.rollouthub.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what connections can take: how many there are, in all and of one address, how long a request may be on its way and
 * how long its answer. Jetty has limits for all connections together, and a time after which one is idle, which whoever sends a
 * byte now and then never is.
 */
final class ConnectionLimits extends AbstractLifeCycle implements Connection.Listener {
    private static final String EVENTS = "text/event-stream";

    private final Server server;
    private final Limits limits;
    private final HttpSettings.@Nullable TrustedProxy proxy;
    private final Map<String, Integer> perCaller = new HashMap<>();
    private final Map<Connection, Deadline> deadlines = new HashMap<>();

    /**
     * @param ofOne connections of one address, which a proxy in front of everybody is not held to
     * @param inAll of all
     * @param toAsk how long a connection may be without a whole request
     * @param toAnswer how long an answer may take until its last byte has gone; streams of events are none
     */
    record Limits(int ofOne, int inAll, Duration toAsk, Duration toAnswer) {
        static final Limits USUAL = new Limits(100, 1_000, Duration.ofSeconds(20), Duration.ofMinutes(2));
    }

    /** @param task cancelled when the next deadline takes its place */
    private record Deadline(String caller, Scheduler.Task task) {}

    ConnectionLimits(Server server, HttpSettings settings, Limits limits) {
        this.server = server;
        this.limits = limits;
        this.proxy = settings.proxy();
    }

    @Override
    protected void doStart() {
        for (Connector connector : server.getConnectors()) {
            connector.addBean(this);
        }
    }

    @Override
    public synchronized void onOpened(Connection connection) {
        InetAddress address = AddressRange.addressOf(connection.getEndPoint().getRemoteSocketAddress());
        String caller = AddressRange.networkOf(address);
        deadlines.put(connection, new Deadline(caller, in(limits.toAsk(), connection::close)));
        int ofThisOne = perCaller.merge(caller, 1, Integer::sum);
        boolean isProxy = proxy != null && proxy.isAt(address);
        if (deadlines.size() > limits.inAll() || ofThisOne > limits.ofOne() && !isProxy) {
            connection.close();
        }
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        Deadline deadline = deadlines.remove(connection);
        if (deadline != null) {
            deadline.task().cancel();
            perCaller.computeIfPresent(deadline.caller(), (caller, count) -> count == 1 ? null : count - 1);
        }
    }

    /** A whole request has come, and is answered from here on. */
    void asked(Request request, Response response) {
        Connection connection = request.getConnectionMetaData().getConnection();
        postpone(connection, limits.toAnswer(), () -> {
            String type = response.getHeaders().get(HttpHeader.CONTENT_TYPE);
            if (type == null || !type.startsWith(EVENTS)) {
                connection.getEndPoint().close(new TimeoutException("the answer was not taken"));
            }
        });
        Request.addCompletionListener(request, failure -> postpone(connection, limits.toAsk(), connection::close));
    }

    private synchronized void postpone(Connection connection, Duration time, Runnable end) {
        deadlines.computeIfPresent(connection, (same, before) -> {
            before.task().cancel();
            return new Deadline(before.caller(), in(time, end));
        });
    }

    private Scheduler.Task in(Duration time, Runnable end) {
        try {
            return server.getScheduler().schedule(end, time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            return () -> false; // the server is being closed, and all connections with it
        }
    }
}

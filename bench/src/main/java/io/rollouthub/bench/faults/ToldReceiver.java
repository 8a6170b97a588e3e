package io.rollouthub.bench.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rollouthub.embedded.Loopback;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Whom the webhook sink tells of alerts: keeps what it has heard last of each, and can refuse to hear for a while. */
final class ToldReceiver implements AutoCloseable {
    private static final String KEY = "Idempotency-Key";
    private static final int HEARD = 204;
    private static final int LATER = 503;

    private final HttpServer server;
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private volatile boolean deaf;

    private ToldReceiver(HttpServer server) {
        this.server = server;
    }

    static ToldReceiver start() throws IOException {
        ToldReceiver receiver = new ToldReceiver(HttpServer.create(Loopback.address(0), 0));
        receiver.server.createContext("/", receiver::hear);
        receiver.server.start();
        return receiver;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Answers that it cannot hear now, until it is told otherwise. */
    void beDeaf(boolean now) {
        deaf = now;
    }

    /** The alerts that are open by what it has heard. */
    Set<String> open() {
        Set<String> open = new TreeSet<>();
        states.forEach((alert, state) -> {
            if (state.equals("OPEN")) {
                open.add(alert);
            }
        });
        return open;
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String key = exchange.getRequestHeaders().getFirst(KEY);
            if (!deaf && key != null) {
                String[] parts = key.split(";", -1); // alert, episode, state, start
                states.put(parts[0], parts[2]);
            }
            exchange.sendResponseHeaders(deaf ? LATER : HEARD, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

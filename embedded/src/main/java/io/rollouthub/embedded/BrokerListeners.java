package io.rollouthub.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.server.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The broker's listeners, bound before the broker exists: for clients of this machine, for its controller, and one for
 * each name by which clients elsewhere know it.
 *
 * <p>So a taken port is found before anything has started, and the free port that was found cannot be lost again: the
 * controller's port stands in the settings, and a controller that cannot bind it is fatal to Kafka.
 */
record BrokerListeners(Map<String, Listener> listeners) implements ServerSocketFactory, AutoCloseable {
    static final String CONTROLLER = "CONTROLLER";
    private static final String CLIENTS = "CLIENTS";
    private static final String ELSEWHERE = "ELSEWHERE";

    /** One of them: its address as Kafka's settings name it, and what clients get to hear of it. */
    private record Listener(ServerSocketChannel channel, String bound, String told) {}

    /** Binds all; for clients of this machine port 0 is any free one. EmbeddedStartException: a port is taken. */
    static BrokerListeners bind(int port, List<Advertised> advertised) {
        Map<String, Listener> listeners = new LinkedHashMap<>();
        BrokerListeners bound = new BrokerListeners(listeners);
        try {
            // First those that leave no choice, so that no free port is theirs.
            for (Advertised each : advertised) {
                ServerSocketChannel channel = Loopback.bind("broker", new InetSocketAddress(each.port()));
                listeners.put(
                        ELSEWHERE + listeners.size(), new Listener(channel, "0.0.0.0:" + each.port(), each.toString()));
            }
            listeners.put(CLIENTS, local("broker", port));
            listeners.put(CONTROLLER, local("broker's controller", 0));
            return bound;
        } catch (RuntimeException e) {
            bound.close();
            throw e;
        }
    }

    private static Listener local(String who, int port) {
        ServerSocketChannel channel = Loopback.bind(who, Loopback.address(port));
        String address = Loopback.HOST + ":" + Loopback.portOf(channel);
        return new Listener(channel, address, address);
    }

    /** What clients of this machine are given as {@code bootstrap.servers}. */
    String bootstrapServers() {
        return listener(CLIENTS).told();
    }

    /** The settings that tell the broker of them, and how it asks who comes; null: it asks nobody. */
    Map<String, String> settings(@Nullable Protection protection) {
        Map<String, String> settings = new HashMap<>(addresses(protection));
        if (protection != null) {
            settings.putAll(protection.ofBroker());
            listeners.keySet().forEach(name -> settings.putAll(protection.ofListener(name, isElsewhere(name))));
        }
        return settings;
    }

    private static boolean isElsewhere(String name) {
        return name.startsWith(ELSEWHERE);
    }

    /** The one voter's port may differ at every start. */
    private Map<String, String> addresses(@Nullable Protection protection) {
        return Map.of(
                "listeners",
                each(name -> name + "://" + listener(name).bound()),
                "advertised.listeners",
                each(name -> name.equals(CONTROLLER)
                        ? ""
                        : name + "://" + listener(name).told()),
                "listener.security.protocol.map",
                each(name -> name + ":" + (protection == null ? "PLAINTEXT" : protection.protocol(isElsewhere(name)))),
                "inter.broker.listener.name",
                CLIENTS,
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.voters",
                BrokerNode.ID + "@" + listener(CONTROLLER).told());
    }

    private String each(Function<String, String> setting) {
        return listeners.keySet().stream()
                .map(setting)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(","));
    }

    private Listener listener(String name) {
        return Objects.requireNonNull(listeners.get(name), name);
    }

    @Override
    public ServerSocketChannel openServerSocket(
            String listener, InetSocketAddress address, int backlog, int receiveBuffer) throws IOException {
        ServerSocketChannel channel = listener(listener).channel();
        channel.configureBlocking(false);
        return channel;
    }

    /** Frees the ports, if the broker has not done so. */
    @Override
    public void close() {
        listeners.forEach((name, listener) -> Utils.closeQuietly(listener.channel(), "the port of " + name));
    }
}

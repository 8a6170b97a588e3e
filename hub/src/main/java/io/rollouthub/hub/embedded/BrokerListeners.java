package io.rollouthub.hub.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The broker's two listeners, bound before the broker exists.
 *
 * <p>So a taken port is found before anything has started, and the free port that was found cannot be lost again: the
 * controller's port stands in the settings, and a controller that cannot bind it is fatal to Kafka.
 */
final class BrokerListeners implements ServerSocketFactory, AutoCloseable {
    private static final String CLIENTS = "CLIENTS";
    static final String CONTROLLER = "CONTROLLER";

    private final ServerSocketChannel clients;
    private final ServerSocketChannel controller;

    private BrokerListeners(ServerSocketChannel clients, ServerSocketChannel controller) {
        this.clients = clients;
        this.controller = controller;
    }

    /**
     * Binds both.
     *
     * @param port for clients, 0 for any free one; the controller's is always a free one
     * @throws EmbeddedStartException if the port is taken
     */
    static BrokerListeners bind(int port) {
        return new BrokerListeners(Loopback.bind("broker", port), Loopback.bind("broker's controller", 0));
    }

    /** What clients are given as {@code bootstrap.servers}. */
    String bootstrapServers() {
        return address(clients);
    }

    /** The settings that tell the broker of them; the one voter's port may differ at every start. */
    Map<String, String> settings() {
        return Map.of(
                "listeners", CLIENTS + "://" + address(clients) + "," + CONTROLLER + "://" + address(controller),
                "listener.security.protocol.map", CLIENTS + ":PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "inter.broker.listener.name", CLIENTS,
                "controller.listener.names", CONTROLLER,
                "controller.quorum.voters", BrokerNode.ID + "@" + address(controller));
    }

    @Override
    public ServerSocketChannel openServerSocket(
            String listener, InetSocketAddress address, int backlog, int receiveBuffer) throws IOException {
        ServerSocketChannel channel = listener.equals(CONTROLLER) ? controller : clients;
        channel.configureBlocking(false);
        return channel;
    }

    /** Frees the ports, if the broker has not done so. */
    @Override
    public void close() {
        Utils.closeQuietly(clients, "the clients' port");
        Utils.closeQuietly(controller, "the controller's port");
    }

    private static String address(ServerSocketChannel channel) {
        return Loopback.HOST + ":" + Loopback.portOf(channel);
    }
}

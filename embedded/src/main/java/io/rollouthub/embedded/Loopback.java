package io.rollouthub.embedded;

import io.rollouthub.failure.FileFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/** Ports of 127.0.0.1; nothing embedded listens anywhere else, unless it is told to. */
public final class Loopback {
    static final String HOST = "127.0.0.1";

    private Loopback() {}

    /** A channel bound to the port, 0: any free one, that nobody can take then; EmbeddedStartException: somebody has it. */
    static ServerSocketChannel bind(String who, InetSocketAddress address) {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                return channel.bind(address);
            } catch (IOException e) {
                channel.close();
                throw taken(who, address, e);
            }
        } catch (IOException e) {
            throw FileFailure.of("There is no socket for the " + who, e);
        }
    }

    /** A port of 127.0.0.1. */
    public static InetSocketAddress address(int port) {
        return new InetSocketAddress(HOST, port);
    }

    /**
     * A free port of the address, its own unless that is 0; somebody else may take it before its use. EmbeddedStartException: taken.
     */
    static int free(String who, InetSocketAddress address) {
        try (ServerSocketChannel channel = bind(who, address)) {
            return portOf(channel);
        } catch (IOException e) {
            throw taken(who, address, e);
        }
    }

    /** The first free port from one on; somebody else may take it before its use. */
    public static int freeFrom(int port) {
        for (int candidate = port; candidate < port + 100; candidate++) {
            try {
                return free("hub", address(candidate));
            } catch (EmbeddedStartException e) {
                // the next one may be free
            }
        }
        return 0;
    }

    /** The port that a bound channel has. */
    static int portOf(ServerSocketChannel channel) {
        return channel.socket().getLocalPort();
    }

    private static EmbeddedStartException taken(String who, InetSocketAddress address, IOException cause) {
        return new EmbeddedStartException(
                "Port " + address.getPort() + " of " + address.getHostString() + ", meant for the " + who
                        + ", is not free (" + cause.getMessage() + ")",
                "Stop the program that has it, or choose another port.",
                cause);
    }
}

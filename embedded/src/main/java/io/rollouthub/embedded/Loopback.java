package io.rollouthub.embedded;

import io.rollouthub.failure.FileFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;

/** Ports of 127.0.0.1; nothing embedded listens anywhere else, unless it is told to. */
public final class Loopback {
    static final String HOST = "127.0.0.1";
    private static final byte[] ADDRESS = {127, 0, 0, 1};

    private Loopback() {}

    /**
     * A channel bound to the port, which nobody else can take from then on.
     *
     * @param who wants it, for the message
     * @param port 0 for any free one
     * @throws EmbeddedStartException if the port is taken
     */
    static ServerSocketChannel bind(String who, int port) {
        return bind(who, address(port));
    }

    /** As {@link #bind(String, int)}, of all addresses of this machine. */
    static ServerSocketChannel bindEverywhere(String who, int port) {
        return bind(who, everywhere(port));
    }

    private static ServerSocketChannel bind(String who, InetSocketAddress address) {
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
        try {
            return new InetSocketAddress(InetAddress.getByAddress(ADDRESS), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // four bytes are an address
        }
    }

    /** A port of all addresses of this machine. */
    static InetSocketAddress everywhere(int port) {
        return new InetSocketAddress(port);
    }

    /**
     * Finds out whether a port is free, for a process that can only be told a number.
     *
     * @throws EmbeddedStartException if the port is taken
     */
    static void requireFree(String who, int port) {
        requireFree(who, address(port));
    }

    /** As {@link #requireFree(String, int)}, of whatever address. */
    static void requireFree(String who, InetSocketAddress address) {
        try {
            bind(who, address).close();
        } catch (IOException e) {
            throw taken(who, address, e);
        }
    }

    /**
     * A free port, for a process that can only be told a number; somebody else may take it before its use.
     *
     * @param port 0 for any free one
     * @throws EmbeddedStartException if the port is taken
     */
    static int freeOr(String who, int port) {
        try (ServerSocketChannel channel = bind(who, port)) {
            return portOf(channel);
        } catch (IOException e) {
            throw taken(who, address(port), e);
        }
    }

    /** The first free port from one on; somebody else may take it before its use. */
    public static int freeFrom(int port) {
        for (int candidate = port; candidate < port + 100; candidate++) {
            try {
                requireFree("hub", candidate);
                return candidate;
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

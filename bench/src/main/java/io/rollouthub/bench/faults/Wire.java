package io.rollouthub.bench.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The way to a port of this machine, through this process: connections can be cut, or kept and say nothing. */
final class Wire implements AutoCloseable {
    private static final int BUFFER = 64 << 10;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final String name;
    private final int target;
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean silent;

    private Wire(String name, int target, ServerSocket server) {
        this.name = name;
        this.target = target;
        this.server = server;
    }

    /** Whoever connects to the first port is connected to the other one. */
    static Wire between(String name, int port, int target) throws IOException {
        Wire wire = new Wire(name, target, new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
        wire.run("accept", wire::accept);
        return wire;
    }

    String name() {
        return name;
    }

    /** Ends all connections, and lets none begin. */
    void cut() {
        cut = true;
        open.forEach(Wire::end);
    }

    /** Keeps connections, and carries nothing. */
    void silence() {
        silent = true;
    }

    /** As it was at first. */
    void mend() {
        cut = false;
        silent = false;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (cut) {
                    end(client);
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // the way is closed, or nobody is at its end: the client is told so by the end of its connection
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket other = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(client);
            open.add(other);
            client.setTcpNoDelay(true);
            other.setTcpNoDelay(true);
            run("there", () -> carry(client, other));
            run("back", () -> carry(other, client));
        } catch (IOException e) {
            end(client);
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0 && !cut; read = in.read(buffer)) {
                while (silent && !cut) {
                    LockSupport.parkNanos(LOOK_NANOS);
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // one end has gone, and so does the other
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void run(String what, Runnable work) {
        Thread thread = new Thread(work, name + " " + what);
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it has ended
        }
    }

    @Override
    public void close() {
        cut();
        try {
            server.close();
        } catch (IOException e) {
            // it is closed
        }
    }
}

package io.rollouthub.hub.door;

import io.rollouthub.certificate.KeyStoreFile;
import io.rollouthub.failure.RolloutException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The address by TLS that clients of the schema registry get, in front of one that nobody else is to reach. */
public final class RegistryDoor implements AutoCloseable {
    private static final int MOST_THREADS = 24;
    private static final int LEAST_THREADS = 4;
    private static final int LARGEST_HEADERS = 8 * 1024;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration QUIET = Duration.ofSeconds(15);

    private final Server server;
    private final WriteWindow writes;
    private final int port;

    private RegistryDoor(Server server, WriteWindow writes, int port) {
        this.server = server;
        this.writes = writes;
        this.port = port;
    }

    /**
     * What is behind it.
     *
     * @param url of the registry itself
     * @param mode has it take writes, or none
     */
    public record Registry(String url, Consumer<Boolean> mode) {}

    /** Opens it on an address of this machine, with a certificate; whoever has the token may write. */
    public static RegistryDoor open(InetSocketAddress at, KeyStoreFile certificate, String token, Registry registry) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
        threads.setName("registry");
        threads.setDaemon(true);
        Server server = new Server(threads);
        ServerConnector connector = connector(server, certificate);
        connector.setHost(at.getHostString());
        connector.setPort(at.getPort());
        server.addConnector(connector);
        WriteWindow writes = new WriteWindow(registry.mode(), QUIET);
        server.setHandler(new DoorKeeper(new Proxy(URI.create(registry.url())), token, writes));
        try {
            server.start();
            return new RegistryDoor(server, writes, connector.getLocalPort());
        } catch (Exception e) { // Jetty declares no less
            RegistryDoor door = new RegistryDoor(server, writes, 0);
            door.close();
            throw new RolloutException(
                    "The schema registry's address " + at + " cannot be opened: "
                            + RolloutException.rootOf(e).getMessage(),
                    "Stop the program that has that port.",
                    e);
        }
    }

    private static ServerConnector connector(Server server, KeyStoreFile certificate) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LARGEST_HEADERS);
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(certificate.file().toString());
        tls.setKeyStorePassword(certificate.password());
        ServerConnector connector = new ServerConnector(server, tls, new HttpConnectionFactory(http));
        connector.setIdleTimeout(IDLE.toMillis());
        return connector;
    }

    /** Passes on what the keeper lets through; the token stays here. */
    private static final class Proxy extends ProxyHandler.Reverse {
        Proxy(URI registry) {
            super(request -> HttpURI.build(request.getHttpURI())
                    .scheme(registry.getScheme())
                    .authority(registry.getAuthority()));
        }

        @Override
        protected void copyRequestHeaders(Request request, org.eclipse.jetty.client.Request toRegistry) {
            super.copyRequestHeaders(request, toRegistry);
            toRegistry.headers(headers -> headers.remove(HttpHeader.AUTHORIZATION));
        }

        @Override
        protected void configureHttpClient(HttpClient client) {
            super.configureHttpClient(client);
            client.setIdleTimeout(IDLE.toMillis());
        }
    }

    /** The address of Confluent's API, by a name of this machine. */
    public String url(String host) {
        return "https://" + host + ":" + port + DoorKeeper.API;
    }

    @Override
    public void close() {
        writes.close();
        try {
            server.stop();
        } catch (Exception e) { // Jetty declares no less
            throw new IllegalStateException("the registry's address does not close", e);
        }
    }
}

package io.rollouthub.hub.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.rollouthub.certificate.KeyStoreFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Stands before a registry with a certificate of its own, and lets through who shows what it wants to see. */
final class RegistryGate implements AutoCloseable {
    private final HttpsServer server;
    private final URI behind;
    private final @Nullable String authorization;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger passed = new AtomicInteger();

    private RegistryGate(HttpsServer server, URI behind, @Nullable String authorization) {
        this.server = server;
        this.behind = behind;
        this.authorization = authorization;
    }

    /**
     * Opens it.
     *
     * @param authority whose certificates clients show; null: they need none
     * @param authorization the header that they send; null: none
     */
    static RegistryGate open(
            String registry, KeyStoreFile own, @Nullable Path authority, @Nullable String authorization)
            throws IOException, GeneralSecurityException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SSLParameters parameters = new SSLParameters();
        parameters.setNeedClientAuth(authority != null);
        server.setHttpsConfigurator(new HttpsConfigurator(context(own, authority)) {
            @Override
            public void configure(HttpsParameters connection) {
                connection.setSSLParameters(parameters);
            }
        });
        RegistryGate gate = new RegistryGate(server, URI.create(registry), authorization);
        server.setExecutor(gate.threads);
        server.createContext("/", gate::pass);
        server.start();
        return gate;
    }

    private static SSLContext context(KeyStoreFile own, @Nullable Path authority)
            throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(own.file())) {
            keys.load(in, own.password().toCharArray());
        }
        KeyManagerFactory manager = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        manager.init(keys, own.password().toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        if (authority != null) {
            try (InputStream in = Files.newInputStream(authority)) {
                trusted.setCertificateEntry(
                        "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(manager.getKeyManagers(), authority == null ? null : trust.getTrustManagers(), null);
        return context;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (authorization != null
                    && !authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            behind.resolve(exchange.getRequestURI().toString()))
                    .method(
                            exchange.getRequestMethod(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    exchange.getRequestBody().readAllBytes()));
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            if (type != null) {
                request.header("Content-Type", type);
            }
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            passed.incrementAndGet();
            answer.headers().firstValue("Content-Type").ifPresent(one -> exchange.getResponseHeaders()
                    .add("Content-Type", one));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The address of the registry behind it, as its clients have it. */
    String url() {
        return "https://localhost:" + server.getAddress().getPort() + behind.getPath();
    }

    /** How many requests it has let through. */
    int passed() {
        return passed.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

package io.rollouthub.hub.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives tokens (JWT) to clients that know their secret, and tells by which key they are signed (JWKS). */
final class TokenIssuer implements AutoCloseable {
    static final String AUDIENCE = "kafka";
    static final String NAME = "test-issuer";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int A_MINUTE = 60;

    private final KeyPair keys;
    private final HttpServer server;
    private final AtomicInteger given = new AtomicInteger();

    private TokenIssuer(KeyPair keys, HttpServer server) {
        this.keys = keys;
        this.server = server;
    }

    static TokenIssuer start() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TokenIssuer issuer = new TokenIssuer(generator.generateKeyPair(), server);
        server.createContext("/keys", exchange -> answer(exchange, 200, issuer.keySet()));
        server.createContext("/token", issuer::token);
        server.start();
        return issuer;
    }

    /** The secret of a client. */
    static String secretOf(String client) {
        return "secret-of-" + client;
    }

    String keys() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
    }

    String tokens() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
    }

    /** How many tokens it has given. */
    int given() {
        return given.get();
    }

    private void token(HttpExchange exchange) throws IOException {
        String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String[] client = new String(Base64.getDecoder().decode(header.replace("Basic ", "")), StandardCharsets.UTF_8)
                .split(":", 2);
        if (client.length == 2 && client[1].equals(secretOf(client[0]))) {
            given.incrementAndGet();
            answer(exchange, 200, "{\"access_token\": \"" + tokenOf(client[0]) + "\", \"token_type\": \"Bearer\"}");
        } else {
            answer(exchange, 401, "{\"error\": \"invalid_client\"}");
        }
    }

    private String tokenOf(String client) throws IOException {
        long now = Instant.now().getEpochSecond();
        String signed = encoded("{\"alg\": \"RS256\", \"kid\": \"one\"}") + "."
                + encoded("{\"iss\": \"" + NAME + "\", \"aud\": \"" + AUDIENCE + "\", \"sub\": \"" + client
                        + "\", \"scope\": \"hub\", \"iat\": " + now + ", \"exp\": " + (now + 5 * A_MINUTE) + "}");
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private String keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return "{\"keys\": [{\"kty\": \"RSA\", \"kid\": \"one\", \"use\": \"sig\", \"alg\": \"RS256\", \"n\": \""
                + number(key.getModulus()) + "\", \"e\": \"" + number(key.getPublicExponent()) + "\"}]}";
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package io.rollouthub.reader;

import io.rollouthub.failure.RolloutException;
import io.rollouthub.registry.RegistryUnavailableException;
import io.rollouthub.registry.SchemaRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.jspecify.annotations.Nullable;

/** Finds out within seconds whether Kafka and the registry answer, and what to do if not. */
public final class Reach {
    private static final int CONNECT_MS = 2_000;
    private static final int ANSWER_MS = 5_000;
    private static final String OTHER_KAFKA = "Start it, or name another with --connect or bootstrap.servers.";

    private Reach() {}

    /** Why a server is of no use: what is the matter, with the address, and a sentence on what to do. */
    public record Problem(String what, String remedy) {}

    /** What keeps us from Kafka; null if it answers. */
    public static @Nullable Problem kafka(Connection connection) {
        String where = "Kafka at " + connection.bootstrapServers();
        String deaf = null;
        for (String address : connection.bootstrapServers().split("\\s*,\\s*", -1)) {
            deaf = refusal(address);
            if (deaf == null) {
                break;
            }
        }
        return deaf == null
                ? answer(where, connection.client())
                : new Problem(where + " cannot be reached: " + deaf, OTHER_KAFKA);
    }

    /** Why nobody can be connected to at HOST:PORT; null if somebody can. */
    public static @Nullable String refusal(String address) {
        int colon = address.lastIndexOf(':');
        String host = address.substring(0, colon).replaceAll("[\\[\\]]", "");
        InetSocketAddress target = new InetSocketAddress(host, Integer.parseInt(address.substring(colon + 1)));
        if (target.isUnresolved()) {
            return "there is no host " + host;
        }
        try (Socket socket = new Socket()) {
            socket.connect(target, CONNECT_MS);
            return null;
        } catch (IOException e) {
            return "nothing listens there (" + e.getMessage() + ")";
        }
    }

    private static @Nullable Problem answer(String where, Map<String, Object> client) {
        try {
            Admin admin = KafkaClients.admin(client, Duration.ofMillis(ANSWER_MS));
            try {
                admin.describeCluster().nodes().get(ANSWER_MS + 1_000, TimeUnit.MILLISECONDS);
                return null;
            } finally {
                admin.close(Duration.ZERO);
            }
        } catch (ExecutionException e) {
            return problem(where, Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            return silent(where);
        } catch (KafkaException e) {
            return new Problem(
                    where + " cannot be talked to: "
                            + RolloutException.rootOf(e).getMessage(),
                    "Check the kafka.… settings.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Problem("interrupted while waiting for " + where, "Try again.");
        }
    }

    private static Problem problem(String where, Throwable cause) {
        if (cause instanceof SaslAuthenticationException) {
            return new Problem(
                    where + " refuses the credentials: " + cause.getMessage(),
                    "Check kafka.sasl.mechanism and kafka.sasl.jaas.config.");
        }
        if (cause instanceof SslAuthenticationException) {
            return new Problem(
                    where + " and we do not agree on TLS: "
                            + RolloutException.rootOf(cause).getMessage(),
                    "Check kafka.security.protocol and the kafka.ssl.… settings.");
        }
        return cause instanceof org.apache.kafka.common.errors.TimeoutException
                ? silent(where)
                : new Problem(where + " does not answer: " + cause.getMessage(), OTHER_KAFKA);
    }

    private static Problem silent(String where) {
        return new Problem(
                where + " takes connections but does not answer as a Kafka does within " + ANSWER_MS / 1_000 + " s",
                "Check the port, and kafka.security.protocol if it wants TLS or credentials.");
    }

    /** What keeps us from the registry; null if it answers. */
    public static @Nullable Problem registry(SchemaRegistry registry) {
        try {
            return registry.compatibility(null) != null
                    ? null
                    : new Problem(
                            "What answers at " + registry.address() + " is no schema registry",
                            "Name the address of Confluent's API; Apicurio's ends in /apis/ccompat/v7.");
        } catch (RegistryUnavailableException e) {
            return e.isRefusal()
                    ? new Problem(
                            "The schema registry at " + registry.address() + " refuses us: " + e.getMessage(),
                            "Check registry.basic.auth.user.info (USER:PASSWORD).")
                    : new Problem(
                            "The schema " + e.getMessage(),
                            "Start it, or name another with --registry or registry.url; Apicurio's ends in /apis/ccompat/v7.");
        }
    }
}

package io.rollouthub.embedded;

import io.rollouthub.certificate.KeyStoreFile;
import io.rollouthub.certificate.LocalAuthority;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/**
 * How a broker asks who comes, and lets nobody do what no right allows.
 *
 * @param logins of the hub's own processes, by the listener of this machine
 * @param elsewhere settings of each listener for clients elsewhere, {@code security.protocol} among them
 */
record Protection(HubLogins logins, Map<String, String> elsewhere) {
    /** After that a client has to show again that it may come. */
    private static final String AGAIN_AFTER_MS = "300000";

    private static final String PROTOCOL = "security.protocol";
    private static final String INNER_PROTOCOL = "SASL_PLAINTEXT";

    /** With TLS, by a certificate of this machine's own making for the names told, and a password (SCRAM-SHA-512). */
    static Protection withPasswords(Path data, List<Advertised> names) {
        KeyStoreFile key = LocalAuthority.in(data.resolve("tls"))
                .issue("kafka", names.stream().map(Advertised::host).toList());
        Map<String, String> elsewhere = new HashMap<>(key.settings());
        elsewhere.put(PROTOCOL, "SASL_SSL");
        elsewhere.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        elsewhere.put(
                "scram-sha-512.sasl.jaas.config", "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        return new Protection(HubLogins.in(data), elsewhere);
    }

    /** The security protocol of the listener for clients elsewhere, or of an inner one. */
    String protocol(boolean isElsewhere) {
        return isElsewhere ? String.valueOf(elsewhere.get(PROTOCOL)) : INNER_PROTOCOL;
    }

    /** Settings of the whole broker. */
    Map<String, String> ofBroker() {
        return Map.of(
                "authorizer.class.name",
                StandardAuthorizer.class.getName(),
                "super.users",
                HubLogins.superUsers(),
                "connections.max.reauth.ms",
                AGAIN_AFTER_MS,
                "sasl.mechanism.inter.broker.protocol",
                HubLogins.MECHANISM,
                "sasl.mechanism.controller.protocol",
                HubLogins.MECHANISM);
    }

    /** Settings of one listener. */
    Map<String, String> ofListener(String name, boolean isElsewhere) {
        Map<String, String> own = new HashMap<>();
        if (isElsewhere) {
            own.putAll(elsewhere);
            own.remove(PROTOCOL);
        } else {
            own.put("sasl.enabled.mechanisms", HubLogins.MECHANISM);
            own.put("plain.sasl.jaas.config", logins.listener());
        }
        Map<String, String> prefixed = new HashMap<>();
        own.forEach((key, value) -> prefixed.put("listener.name." + name.toLowerCase(Locale.ROOT) + "." + key, value));
        return prefixed;
    }
}

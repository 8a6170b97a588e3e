package io.rollouthub.embedded;

import io.rollouthub.certificate.LocalAuthority;
import io.rollouthub.testkit.FreePort;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A broker that asks who comes, with certificates of its own making, and lets nobody do what no right allows. */
public final class GuardedBroker implements AutoCloseable {
    private final Path data;
    private final Advertised elsewhere;
    private final Protection protection;
    private final EmbeddedBroker broker;

    private GuardedBroker(Path data, Advertised elsewhere, Protection protection) {
        this.data = data;
        this.elsewhere = elsewhere;
        this.protection = protection;
        broker = EmbeddedBroker.start(data.resolve("broker"), 0, List.of(elsewhere), protection);
    }

    /** One to which clients come by TLS and with passwords, as {@code up --tls self-signed} has it. */
    public static GuardedBroker start(Path data) {
        return start(data, Map.of());
    }

    /** The same, to which clients come otherwise, as further settings of their listener say. */
    public static GuardedBroker start(Path data, Map<String, String> further) {
        Advertised elsewhere = new Advertised("localhost", FreePort.any());
        Protection usual = Protection.withPasswords(data, List.of(elsewhere));
        Map<String, String> settings = new HashMap<>(usual.elsewhere());
        settings.putAll(further);
        return new GuardedBroker(data, elsewhere, new Protection(usual.logins(), settings));
    }

    /** Where clients come. */
    public String servers() {
        return elsewhere.toString();
    }

    /** Where the administrator comes, who may do everything. */
    public String innerServers() {
        return broker.bootstrapServers();
    }

    /** How that one comes. */
    public Map<String, String> administrator() {
        return protection.logins().client(HubLogins.ADMINISTRATOR);
    }

    /** Who has issued its certificate. */
    public LocalAuthority authority() {
        return LocalAuthority.in(data.resolve("tls"));
    }

    /** What whoever is to trust its certificate needs. */
    public Map<String, String> trust() {
        return Map.of(
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                authority().certificate().toString());
    }

    /** How a client with a password comes: settings of any Kafka client. */
    public Map<String, String> login(String user, String password) {
        Map<String, String> client = new HashMap<>(trust());
        client.put("security.protocol", "SASL_SSL");
        client.put("sasl.mechanism", "SCRAM-SHA-512");
        client.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                        + password + "\";");
        return client;
    }

    @Override
    public void close() {
        broker.close();
    }
}

package io.rollouthub.embedded;

import io.rollouthub.access.Role;
import io.rollouthub.access.SupplierAccess;
import io.rollouthub.certificate.LocalAuthority;
import io.rollouthub.privacy.PrivateFiles;
import io.rollouthub.privacy.Secrets;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the hub's own processes log in to a guarded broker, each as one of its own, and the one administrator: by a listener
 * of 127.0.0.1 alone, with passwords that stay in a folder which its owner alone may read.
 */
public record HubLogins(Path folder) {
    /** The administrator, who may do everything. */
    public static final String ADMINISTRATOR = "rollout-admin";

    /** The broker itself, when it asks itself. */
    static final String BROKER = "rollout-broker";

    private static final String REGISTRY_CHANGES_MS = "90000";

    static final String MECHANISM = "PLAIN";
    private static final String MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule required";
    private static final String KAFKA = "kafka.";

    /** Those of a data folder, with a folder of their own, made if there is none. */
    public static HubLogins in(Path data) {
        return new HubLogins(PrivateFiles.folder(data.resolve("logins")));
    }

    /** Whom the listener knows. */
    static List<String> users() {
        return Stream.concat(
                        Stream.of(BROKER, ADMINISTRATOR),
                        Role.ofHub().stream()
                                .flatMap(role -> role.usual().stream())
                                .map(principal -> principal.substring(SupplierAccess.USER.length()))
                                .distinct())
                .toList();
    }

    /** The same, as Kafka's rights name them. */
    public static List<String> principals() {
        return users().stream().map(user -> SupplierAccess.USER + user).toList();
    }

    /** Those who may do everything, as the broker's settings name them. */
    static String superUsers() {
        return SupplierAccess.USER + BROKER + ";" + SupplierAccess.USER + ADMINISTRATOR;
    }

    /** What a listener needs to know them all, and by which the broker comes as itself. */
    String listener() {
        return users().stream()
                .map(user -> " user_" + user + "=\"" + password(user) + "\"")
                .collect(Collectors.joining("", login(BROKER), ";"));
    }

    /** Settings of a Kafka client that comes as one of them. */
    public Map<String, String> client(String user) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                login(user) + ";");
    }

    /** Settings of a client of the registry that comes as one of them: the administrator alone may write. */
    public Map<String, String> registry(String user) {
        Map<String, String> client = new HashMap<>(Map.of(
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                LocalAuthority.in(folder.resolveSibling("tls")).certificate().toString()));
        if (user.equals(ADMINISTRATOR)) {
            client.put("bearer.auth.token", registryToken());
            client.put("http.read.timeout.ms", REGISTRY_CHANGES_MS); // it is started again to take writes
        }
        return client;
    }

    /** What the registry asks for from whoever writes. */
    public String registryToken() {
        return password("registry");
    }

    private String login(String user) {
        return MODULE + " username=\"" + user + "\" password=\"" + password(user) + "\"";
    }

    private String password(String user) {
        return Secrets.keptIn(folder.resolve(user + ".secret"));
    }

    /** Writes for each of them, but the broker, a file for {@code --config}; without the registry where none is known. */
    public void write(String bootstrapServers, @Nullable String registryUrl) {
        for (String user : users()) {
            if (!user.equals(BROKER)) {
                Properties settings = new Properties();
                settings.setProperty("bootstrap.servers", bootstrapServers);
                if (registryUrl != null) {
                    settings.setProperty("registry.url", registryUrl);
                    registry(user).forEach((key, value) -> settings.setProperty("registry." + key, value));
                }
                client(user).forEach((key, value) -> settings.setProperty(KAFKA + key, value));
                StringWriter text = new StringWriter();
                try {
                    settings.store(text, "Written at each start of the hub.");
                } catch (IOException e) {
                    throw new UncheckedIOException(e); // nothing is written but memory
                }
                PrivateFiles.write(file(user), text.toString());
            }
        }
    }

    /** The file by which the administrator comes. */
    public Path administrator() {
        return file(ADMINISTRATOR);
    }

    private Path file(String user) {
        return folder.resolve(user + ".properties");
    }
}

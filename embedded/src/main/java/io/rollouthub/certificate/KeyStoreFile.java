package io.rollouthub.certificate;

import java.nio.file.Path;
import java.util.Map;

/** A key with its certificates, in a file (PKCS 12) that a password protects. */
public record KeyStoreFile(Path file, String password) {
    static final String TYPE = "PKCS12";

    /** Settings of Kafka's clients and brokers by which they show who they are. */
    public Map<String, String> settings() {
        return Map.of(
                "ssl.keystore.type", TYPE, "ssl.keystore.location", file.toString(), "ssl.keystore.password", password);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}

package io.rollouthub.embedded;

import io.rollouthub.failure.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a client elsewhere needs to come to a guarded broker, as files to hand out: the certificate to trust, and settings in
 * which its name and its password are to be put. None of it is a secret.
 */
public record ClientFiles(Path folder) {
    private static final String AUTHORITY = "ca.pem";

    private static final Map<String, String> TEXTS =
            Map.of("java.properties", """
            # Any Kafka client in Java. Put in the name and the password of the user, and where ca.pem is.
            bootstrap.servers=SERVERS
            security.protocol=SASL_SSL
            ssl.truststore.type=PEM
            ssl.truststore.location=ca.pem
            sasl.mechanism=SCRAM-SHA-512
            sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="NAME" password="PASSWORD";
            """, "rollout.properties", """
            # For rollout ... --config. Put in the name and the password of the user, and where ca.pem is.
            bootstrap.servers=SERVERS
            registry.url=REGISTRY
            registry.ssl.truststore.type=PEM
            registry.ssl.truststore.location=ca.pem
            kafka.security.protocol=SASL_SSL
            kafka.ssl.truststore.type=PEM
            kafka.ssl.truststore.location=ca.pem
            kafka.sasl.mechanism=SCRAM-SHA-512
            kafka.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="NAME" password="PASSWORD";
            """, "librdkafka.properties", """
            # librdkafka: kcat, Python, Go, .NET. Put in the name and the password of the user, and where ca.pem is.
            bootstrap.servers=SERVERS
            security.protocol=sasl_ssl
            ssl.ca.location=ca.pem
            sasl.mechanism=SCRAM-SHA-512
            sasl.username=NAME
            sasl.password=PASSWORD
            """, "kafkajs.js", """
            // kafkajs. Put in the name and the password of the user, and where ca.pem is.
            module.exports = {
              brokers: 'SERVERS'.split(','),
              ssl: { ca: [require('fs').readFileSync('ca.pem', 'utf-8')] },
              sasl: { mechanism: 'scram-sha-512', username: 'NAME', password: 'PASSWORD' },
            };
            """);

    /** Writes those of a data folder, for clients that know the broker by these names. */
    public static ClientFiles write(Path data, List<Advertised> names, @Nullable String registryUrl) {
        String servers = names.stream().map(Advertised::toString).collect(Collectors.joining(","));
        ClientFiles files =
                new ClientFiles(data.resolve("clients").toAbsolutePath().normalize());
        try {
            Files.createDirectories(files.folder);
            Files.copy(
                    data.resolve("tls").resolve(AUTHORITY),
                    files.folder.resolve(AUTHORITY),
                    StandardCopyOption.REPLACE_EXISTING);
            for (Map.Entry<String, String> text : TEXTS.entrySet()) {
                Files.writeString(
                        files.folder.resolve(text.getKey()),
                        text.getValue()
                                .replace("SERVERS", servers)
                                .replace(
                                        "REGISTRY",
                                        registryUrl == null ? "https://registry.example.org" : registryUrl));
            }
            return files;
        } catch (IOException e) {
            throw FileFailure.of("The files for clients cannot be written to " + files.folder, e);
        }
    }
}

package io.rollouthub.hub.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollouthub.reader.Connection;
import io.rollouthub.registry.SchemaRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerSettingsTest {
    @Test
    void whereTheHubsClientsLookUpTheirSecretsConnectorsDoNot(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("kafka.properties"), "password=topsecret");
        Map<String, String> kafka = Map.of(
                "security.protocol", "SASL_SSL",
                "ssl.key.password", "${file:" + secret + ":password}",
                "config.providers", "file",
                "config.providers.file.class", "org.apache.kafka.common.config.provider.FileConfigProvider");
        Map<String, String> settings;
        try (SchemaRegistry registry = SchemaRegistry.at("http://127.0.0.1:1", Map.of())) {
            Connection hub = new Connection("kafka:9092", registry, folder, kafka);
            settings = WorkerSettings.of(hub, Map.of(), (short) -1, Lookups.NONE);
        }
        assertThat(settings)
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("producer.ssl.key.password", "topsecret")
                .containsEntry("ssl.key.password", "topsecret")
                .containsEntry("config.providers", "env")
                .doesNotContainKeys("config.providers.file.class", "producer.config.providers");
    }
}
